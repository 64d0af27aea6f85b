import type { Port } from './layout.ts';

/** A port with the column at which the line meets it. */
export interface Foot {
  readonly part: string;
  readonly row: number;
  readonly column: number;
}

export function footOf(port: Port, pick: number): Foot {
  return {
    part: port.part,
    row: port.row,
    column: port.left + Math.round(((port.right - port.left) * (pick % 11)) / 10),
  };
}

/** Takes the column of a line below that is almost the same: nobody draws a bend one cell wide. */
export function snap(foot: Foot, { left, right }: Port, others: readonly Foot[]): Foot {
  const near = others.find(({ column }) => Math.abs(column - foot.column) <= 2 && column >= left && column <= right);
  return near ? { ...foot, column: near.column } : foot;
}

/** No two uprights stand side by side, and a `┼` is joined without doubt: everything else on its rail turns to one side. */
export function isClear(highs: readonly Foot[], lows: readonly Foot[]): boolean {
  const up = new Set(highs.map(({ column }) => column));
  const down = new Set(lows.map(({ column }) => column));
  const columns = [...new Set([...up, ...down])].sort((a, b) => a - b);
  if (columns.some((column, index) => index > 0 && column - (columns[index - 1] ?? 0) < 3)) return false;
  const both = columns.filter((column) => up.has(column) && down.has(column));
  if (both.length === 0 || columns.length === 1) return true;
  const others = columns.filter((column) => !both.includes(column));
  const ends = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const turnOneWay = others.every((column) => up.has(column)) || others.every((column) => down.has(column));
  return turnOneWay && (both.length === 1 || !ends.some((column) => both.includes(column)));
}
