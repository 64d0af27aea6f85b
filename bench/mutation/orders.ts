/** What the judge is told and what it answers. */

export interface Setting {
  readonly project: string;
  readonly files: readonly string[];
  readonly mutants: number;
  /** The mutant that is on while the engine loads; -1 for none. */
  readonly active: number;
}

export interface Step {
  readonly file: string;
  /** Which test of the file. */
  readonly test: number;
  /** The file reads drawings with the mutant while it loads: load it anew. */
  readonly again: boolean;
  readonly milliseconds: number;
}

export type Order =
  { readonly kind: 'watch' } | { readonly kind: 'judge'; readonly mutant: number; readonly steps: readonly Step[] };

/** How long something took without a mutant, and a mark for each mutant that it met. */
export interface Timed {
  readonly name: string;
  readonly milliseconds: number;
  readonly seen: Uint8Array;
}

export interface Watched {
  readonly file: string;
  readonly load: Timed;
  readonly tests: readonly Timed[];
}

export type Answer =
  | ({ readonly kind: 'watched' } & Watched)
  | { readonly kind: 'broken'; readonly test: string }
  | { readonly kind: 'done'; readonly still: Uint8Array }
  /** A test has begun, and may work so many milliseconds. */
  | { readonly kind: 'begun'; readonly patience: number }
  | {
      readonly kind: 'judged';
      readonly mutant: number;
      readonly by: { readonly file: string; readonly test: number } | null;
      readonly late: boolean;
    };
