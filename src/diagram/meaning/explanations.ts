import type { Findings } from '../findings.ts';
import { areBlank } from '../geometry/cells.ts';
import { hasBarNear } from '../geometry/geometry.ts';
import { HORIZONTAL, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Point, Span, TextRun } from '../model.ts';
import type { RawNet } from '../lines/nets.ts';
import { unionOf } from '../geometry/union.ts';

/** Line-work and words that explain the drawing instead of being part of it. */
export interface Explanations {
  /** Indices of nets. */
  readonly nets: ReadonlySet<number>;
  /** Indices of words. */
  readonly words: ReadonlySet<number>;
  readonly runs: ReadonlySet<TextRun>;
  /** Words between the rules of a heading: no line's. */
  readonly headings: ReadonlySet<TextRun>;
  /** The writing and signs of each, row by row: notes. */
  readonly rows: readonly Span[];
}

interface Comment {
  readonly net: number;
  readonly run: TextRun;
  readonly at: Point;
  readonly isApart: boolean;
}

/**
 * In a drawing with boxes, words that are joined to no box are a legend or a remark: `──▶ sync   - - ▶ async`,
 * `Flow: Client → API`. They become notes, signs included. Words that a line joins from above to below are drawn.
 */
export function findExplanations({ grid, linework, structure, words, raw, lines, territory }: Findings): Explanations {
  const nets = new Set<number>();
  const explainingWords = new Set<number>();
  const comments = raw.nets.flatMap((net, k) => marginComment(net, k) ?? []);
  const apart = new Set(comments.filter((one) => one.isApart).map(({ at }) => at.column));
  for (const { net, run, at } of comments) {
    const index = apart.has(at.column) ? words.wordsOf(run) : null;
    if (index === null) continue;
    nets.add(net);
    explainingWords.add(index);
  }
  if (structure.parts.length > 0) {
    const sets = unionOf(words.words.length + 1);
    const anchored = words.words.length;
    raw.nets.forEach((net, k) => {
      if (nets.has(k)) return;
      const { ends } = net;
      const owners = ends
        .filter(({ part, run }) => part !== null || run)
        .map(({ run }) => (run && words.wordsOf(run)) ?? anchored);
      for (const owner of owners) sets.join(owners[0] ?? owner, owner);
      if (goesDown(net)) sets.join(owners[0] ?? anchored, anchored);
    });
    words.words.forEach((_, k) => {
      if (sets.find(k) !== sets.find(anchored)) explainingWords.add(k);
    });
    raw.nets.forEach(({ ends }, k) => {
      const ended = ends.flatMap(({ run }) => (run && words.wordsOf(run)) ?? []);
      if (ended.some((index) => explainingWords.has(index))) nets.add(k);
    });
  }
  const runs = new Set([...explainingWords].flatMap((k) => words.words[k]?.runs ?? []));
  const explaining = new Uint8Array(lines.cells.length);
  for (const k of nets) for (const cell of raw.nets[k]?.cells ?? []) explaining[cell] = 1;
  for (const { cell, runs: between } of lines.interruptions)
    if (explaining[cell] === 1) for (const run of between) if (words.wordsOf(run) === null) runs.add(run);
  const rows = rowsOf();
  const headings = new Set<TextRun>();
  const within = Map.groupBy(lines.interruptions, ({ cell }) => cell);
  raw.nets.forEach((net, k) => {
    const written = isRule(net) ? net.cells.flatMap((cell) => within.get(cell) ?? []) : [];
    if (written.length === 0) return;
    nets.add(k);
    for (const one of written) for (const run of one.runs) headings.add(run);
  });
  return { nets, words: explainingWords, runs, headings, rows };

  /**
   * A level line that touches nothing, and is no edge of a box that was left open.
   *
   *     ═══════ Sources ═══════
   */
  function isRule({ cells, ends }: RawNet): boolean {
    if (cells.some((cell) => lines.cells[cell]?.ink.arms !== HORIZONTAL)) return false;
    return ends.every(({ part, run, cell }) => {
      const { row, column } = lines.cells[cell] as Point;
      return (
        run === null &&
        (part === null || part === territory.regionAt(row, column)) &&
        !hasBarNear(linework, row - 1, column, 1, HORIZONTAL) &&
        !hasBarNear(linework, row + 1, column, 1, HORIZONTAL)
      );
    });
  }

  /**
   * A short arrow back to a box and some words after it: `│ app.yaml │  ← edit this`. It stands apart from words, or in
   * one column with others that do. A longer one stands right before its words, and apart from the box: `│ app.yaml │   <-- edit this`.
   */
  function marginComment({ cells, ends }: RawNet, net: number): Comment | null {
    const target = ends.find((end) => end.head && end.direction === 'left');
    const remark = ends.find((end) => !end.head);
    const heads = cells.every((cell) => lines.cells[cell]?.ink.head === 'left');
    if (!target || !remark?.run) return null;
    const gap = (lines.cells[target.cell]?.column ?? 0) - target.at.column;
    const isNearWords = target.part !== null && gap > 2 && remark.run.column - remark.at.column <= 2;
    if (cells.length > (heads ? 4 : isNearWords ? 3 : 2)) return null;
    const isApart = !target.run || target.at.column - target.run.column - target.run.width >= 2;
    return { net, run: remark.run, at: target.at, isApart };
  }

  /** From words above to words below, or down a bar and to a head beside it: no row of a sentence or of signs. */
  function goesDown({ cells, ends }: RawNet): boolean {
    const isBar = (cell: number) => lines.cells[cell]?.ink.arms === VERTICAL;
    return (
      ends.every(({ run, head, direction }) => run && (isUpright(direction) || (head && cells.some(isBar)))) &&
      ends.some(({ direction }) => direction === 'up') &&
      ends.some(({ direction }) => direction !== 'up')
    );
  }

  /** Writing there that is no part of the legend has a row of its own. */
  function isBlankBetween({ row, end }: Span, { column }: Span): boolean {
    return areBlank(grid, row, end, column);
  }

  function rowsOf(): Span[] {
    const pieces: Span[] = [...runs].map(({ row, column, width }) => ({ row, column, end: column + width }));
    for (const k of nets)
      for (const index of raw.nets[k]?.cells ?? []) {
        const cell = lines.cells[index];
        if (cell) pieces.push({ row: cell.row, column: cell.column, end: cell.column + 1 });
      }
    pieces.sort((a, b) => a.row - b.row || a.column - b.column);
    const merged: Span[] = [];
    for (const piece of pieces) {
      const last = merged.at(-1);
      if (last && last.row === piece.row && piece.column - last.end <= 2 && isBlankBetween(last, piece))
        merged[merged.length - 1] = { ...last, end: Math.max(last.end, piece.end) };
      else merged.push(piece);
    }
    return merged;
  }
}
