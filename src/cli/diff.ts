/** Lines shown before and after a change. */
const AROUND = 3;

/** The changes as a unified diff, for the eye and for `git apply`; `''` without any. Both texts have the same number of lines. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changed = old.flatMap((line, at) => (line === now[at] ? [] : [at]));
  if (changed.length === 0) return '';
  const hunks = hunksOf(changed, old.length).map(([from, to]) => {
    const range = `${from + 1},${to - from}`;
    return `@@ -${range} +${range} @@\n${linesBetween(from, to, old, now).join('')}`;
  });
  const path = name.replace(/^\//, '');
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Every line with its ending; a text that ends without one has the sign for that behind it. */
function linesOf(text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}

/** Changes that are near each other are shown together: from a line up to, not including, another. */
function hunksOf(changed: readonly number[], count: number): readonly (readonly [from: number, to: number])[] {
  const hunks: [number, number][] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    if (last && at - AROUND <= last[1]) last[1] = Math.min(count, at + AROUND + 1);
    else hunks.push([Math.max(0, at - AROUND), Math.min(count, at + AROUND + 1)]);
  }
  return hunks;
}

/** Runs of changed lines as they were, then as they are. */
function linesBetween(from: number, to: number, old: readonly string[], now: readonly string[]): readonly string[] {
  const out: string[] = [];
  let added: string[] = [];
  for (let at = from; at < to; at++) {
    if (old[at] === now[at]) {
      out.push(...added, ` ${old[at] ?? ''}`);
      added = [];
    } else {
      out.push(`-${old[at] ?? ''}`);
      added.push(`+${now[at] ?? ''}`);
    }
  }
  return [...out, ...added];
}
