import type { Part } from '../boxes/boxes.ts';

/** The innermost part that has a cell inside its walls. Nothing is computed of a row that nobody asks for. */
export function regionsOf(parts: readonly Part[]): (row: number, column: number) => number | null {
  const within: { readonly left: number; readonly right: number; readonly part: number }[][] = [];
  for (const { index, rect, walls } of parts)
    walls.forEach(({ left, right }, k) => (within[rect.top + 1 + k] ??= []).push({ left, right, part: index }));
  const painted: (Int32Array | undefined)[] = [];
  return (row, column) => {
    const parted = within[row];
    if (!parted) return null;
    const part = (painted[row] ??= paint(parted))[column] ?? 0;
    return part === 0 ? null : part - 1;
  };
}

/**
 * For each column the last part around it, plus one: parts come after those that hold them. The last is painted first and what
 * is painted is skipped from then on, so that each column is painted once, however deep the boxes are nested.
 */
function paint(parted: readonly { readonly left: number; readonly right: number; readonly part: number }[]) {
  const width = parted.reduce((most, { right }) => Math.max(most, right), 0);
  const line = new Int32Array(width);
  // of a painted column one that may be free, to the right of it
  const after = new Int32Array(width);
  for (const { left, right, part } of parted.toReversed())
    for (let column = nextFree(Math.max(left + 1, 0)); column < right; column = nextFree(column)) {
      line[column] = part + 1;
      after[column] = column + 1;
    }
  return line;

  function nextFree(from: number): number {
    let free = from;
    for (let next = after[free] ?? 0; next > 0; next = after[free] ?? 0) free = next;
    for (let column = from; column < free;) {
      const next = after[column] ?? free;
      after[column] = free;
      column = next;
    }
    return free;
  }
}
