/** Which mutant is on, and which were met. The instrumented engine asks it by its name on the global object. */
export interface Switch {
  /** The number of the mutant that is on; -1 for none. */
  active: number;
  /** A mark for each mutant that was met. */
  seen: Uint8Array;
  /** When a test has had its time, as `spent` counts it: a mutant may never end. */
  deadline: number;
  /** Called each time the mutant that is on is met. Always true, or throws when the time is over. */
  hit(): true;
}

declare global {
  var mutation: Switch;
}

/** Milliseconds that this thread has worked. What else the machine does at the same time changes no verdict. */
export function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

let hits = 0;

globalThis.mutation = {
  active: -1,
  seen: new Uint8Array(0),
  deadline: Infinity,
  hit() {
    if (++hits % 1024 === 0 && spent() > this.deadline) throw new Error('The time is over.');
    return true;
  },
};
