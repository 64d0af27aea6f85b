import type { TextRun } from '../model.ts';

/**
 * Where the pieces of a run begin when it is cut between each two lines, at the blank nearest to the one that is meant. The
 * blank may stand at the lines themselves where these are as loose as that.
 */
export function cutsAt(
  { text }: TextRun,
  lines: readonly number[],
  meant: (line: number, next: number) => number,
  loose = false,
): readonly number[] | null {
  const starts = [0];
  for (const [k, next] of lines.slice(1).entries()) {
    const line = lines[k] ?? 0;
    let best = -Infinity;
    const [from, to] = loose ? [Math.max(line, starts.at(-1) ?? 0), next] : [line + 1, next - 1];
    for (let at = from; at <= to; at++)
      if (text[at] === ' ' && !'([{'.includes(text[at + 1] ?? ' ') && isNearer(at, best, meant(line, next))) best = at;
    if (best < 0) return null;
    starts.push(best + 1);
  }
  return starts;
}

/** The pieces of a run that begin at these of its columns; a blank stands before each but the first. */
export function piecesOf(run: TextRun, starts: readonly number[]): readonly TextRun[] {
  return starts.map((start, k) => {
    const text = run.text.slice(start, (starts[k + 1] ?? run.width + 1) - 1);
    return { text, row: run.row, column: run.column + start, width: text.length };
  });
}

function isNearer(at: number, best: number, meant: number): boolean {
  return Math.abs(at - meant) < Math.abs(best - meant);
}

/** A line stands over a piece, at most one column beside it. */
export function isOver({ column, width }: TextRun, line: number): boolean {
  return line >= column - 1 && line <= column + width;
}
