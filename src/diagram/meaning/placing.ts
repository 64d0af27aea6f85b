import { titledPart } from './border-text.ts';
import { areBlank, textOf } from '../geometry/cells.ts';
import { HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Findings } from '../findings.ts';
import type { Block } from './labels.ts';
import type { Lines } from '../lines/lines.ts';
import type { Diagram, TextLine, TextRun } from '../model.ts';
import { isBracketed, isInParentheses } from '../writing/parentheses.ts';
import { runsOver } from '../writing/run-at.ts';

/** Runs of the drawing that have no owner yet and stand in no box without boxes. */
export function freeRuns({ runs, territory, words, lastRow }: Findings, owned: ReadonlySet<TextRun>): TextRun[] {
  return runs
    .slice(0, lastRow + 1)
    .flat()
    .filter(
      (run) =>
        territory.claimOf(run.row, run.column) === 'free' &&
        words.wordsOf(run) === null &&
        !owned.has(run) &&
        titledPart(territory, run) === null,
    );
}

/**
 * Words in brackets that stand over the bars of several lifelines: they say what holds from there on.
 *
 *     |---- ACK ---->|
 *     [ established  ]
 *     |---- data --->|
 */
export function isOverLifelines({ lines }: Findings, run: TextRun): boolean {
  if (!isBracketed(run)) return false;
  const { row, column, width } = run;
  let bars = 0;
  for (let at = column; at < column + width; at++)
    if (lines.lifelines.has(lines.cellAt(row - 1, at)?.index ?? -1)) bars++;
  return bars > 1;
}

/** Words of one row right above boxes beside each other: they head columns, and are no title of the group around them. */
export function columnHeads({ territory, lines }: Findings, runs: readonly TextRun[]): ReadonlySet<TextRun> {
  const below = runs.flatMap((run) => {
    const end = run.column + run.width;
    const box = territory
      .edgesNear(run.row + 1, run.column, end)
      .find(({ rect }) => rect.top === run.row + 1 && rect.left < end && rect.right >= run.column);
    if (!box || isBesideUpright(lines, run, [1, 2, 3])) return [];
    return [{ run, box }];
  });
  const rows = Map.groupBy(below, ({ run, box }) => `${run.row} ${String(box.parent)}`);
  return new Set(
    [...rows.values()].flatMap((heads) => (heads[0]?.box === heads.at(-1)?.box ? [] : heads.map(({ run }) => run))),
  );
}

/** Rows of writing at the top of a group, above its first box: its title. Each with its group. */
export function groupTitles(
  { structure, territory, lines, words }: Findings,
  free: readonly TextRun[],
): ReadonlyMap<TextRun, number> {
  const titles = new Map<TextRun, number>();
  const byRegion = new Map<number, TextRun[]>();
  for (const run of free) {
    const region = territory.regionAt(run.row, run.column);
    if (region === null) continue;
    const own = byRegion.get(region);
    if (own) own.push(run);
    else byRegion.set(region, [run]);
  }
  const wordsIn = Map.groupBy(words.words, (one) => one.region);
  for (const [region, runs] of byRegion) {
    const part = structure.parts[region];
    if (!part) continue;
    const inside = [...part.children.map((child) => structure.parts[child]), ...(wordsIn.get(region) ?? [])];
    const firstBox = inside.reduce((row, one) => Math.min(row, one?.rect.top ?? Infinity), Infinity);
    const above = runs.filter(({ row }) => row < firstBox);
    const first = above.reduce((row, run) => Math.min(row, run.row), Infinity);
    if (first > part.rect.top + 3) continue;
    let last = first;
    for (const run of above) {
      if (run.row > last + 1) break;
      if (isBesideUpright(lines, run) || isUnderLine(run)) continue;
      titles.set(run, region);
      last = run.row;
    }
  }
  return titles;

  /** Inside a line that turns back down: `┌─ … ─┐`, words below it, boxes further down. */
  function isUnderLine({ row, column, width }: TextRun): boolean {
    for (let at = column; at < column + width; at++) if ((armsAt(lines, row - 1, at) & HORIZONTAL) !== 0) return true;
    return false;
  }
}

function isBesideUpright(lines: Lines, { row, column }: TextRun, near = [1, 2]): boolean {
  return near.some((off) => (armsAt(lines, row, column - off) & VERTICAL) !== 0);
}

function armsAt(lines: Lines, row: number, column: number): number {
  return lines.cellAt(row, column)?.ink.arms ?? 0;
}

/** Writing that belongs to no line. */
export interface Rest {
  readonly captions: readonly Block[];
  readonly groupText: ReadonlyMap<number, readonly TextRun[]>;
  readonly notes: readonly Block[];
}

/** Writing near no line: in a group it is the group's; above a box or words it is a caption; else a note. */
export function placeRest(
  { territory, words, runs, grid }: Findings,
  rest: readonly Block[],
  titles: ReadonlyMap<TextRun, number>,
  explainingWords: ReadonlySet<number>,
  heads: ReadonlySet<TextRun>,
): Rest {
  const captions: Block[] = [];
  const notes: Block[] = [];
  const groupText = new Map<number, TextRun[]>();
  const give = (region: number, run: TextRun) => {
    const own = groupText.get(region);
    if (own) own.push(run);
    else groupText.set(region, [run]);
  };
  for (const [run, region] of titles) give(region, run);
  for (const block of rest) {
    const run = block.runs[0];
    if (!run) continue;
    const region = territory.regionAt(run.row, run.column);
    if (heads.has(block.runs.at(-1) as TextRun)) captions.push(block);
    else if (region !== null && !block.runs.every(isBesideBox)) for (const one of block.runs) give(region, one);
    else (isAboveBox(block) ? captions : notes).push(block);
  }
  return { captions, groupText, notes };

  /** A remark in parentheses right behind or before the wall of a box: `└─ cart ─┘ (hourly)`. */
  function isBesideBox(run: TextRun): boolean {
    if (!isInParentheses(run)) return false;
    const { row, column, width } = run;
    const near = [column - 1, column - 2, column + width, column + width + 1];
    return near.some((at) => territory.claimOf(row, at) === 'border');
  }

  function isTopOfWords(run: TextRun): boolean {
    const k = words.wordsOf(run);
    const found = words.words[k ?? -1];
    return k !== null && found?.region === null && found.rect.top === run.row && !explainingWords.has(k);
  }

  function isAboveBox(block: Block): boolean {
    const last = block.runs.at(-1);
    if (!last) return false;
    for (let row = last.row + 1; row <= last.row + 3; row++) {
      const [from, to] = [last.column - 1, last.column + last.width + 1];
      const boxes = territory
        .edgesNear(row, from, to)
        .some(({ rect }) => rect.top === row && rect.left <= to && rect.right >= from);
      const below = boxes || runsOver(runs, row, from, to).some((run) => isTopOfWords(run));
      if (below) return true;
      if (!areBlank(grid, row, last.column, last.column + last.width)) return false;
    }
    return false;
  }
}

/** A run as a line of the finished diagram. */
export function lineOf(run: TextRun, role: TextLine['role']): TextLine {
  const span = { row: run.row, column: run.column, end: run.column + run.width };
  return { text: run.text, role, row: run.row, column: run.column, width: run.width, span };
}

/** Prose: the rows below the drawing as they stand, then what is left elsewhere. */
export function proseOf({ grid, lastRow }: Findings, blocks: readonly Block[], explainingRows: Diagram['noteSpans']) {
  const spans: Diagram['noteSpans'][number][] = [];
  const below: string[] = [];
  for (let row = lastRow + 1; row < grid.height; row++) {
    const cells = grid.cells[row] ?? [];
    below.push(textOf(grid, row));
    if (cells.length > 0) spans.push({ row, column: cells.findIndex((cell) => cell !== ' '), end: cells.length });
  }
  const beside = blocks.flatMap(({ runs }) =>
    runs.map(({ row, column, width }) => ({ row, column, end: column + width })),
  );
  const margin = [...beside, ...explainingRows].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = margin.map(({ row, column, end }) => textOf(grid, row, column, end));
  const text = [below.join('\n').replace(/^\n+/u, '').trimEnd(), rows.join('\n')]
    .filter((piece) => piece !== '')
    .join('\n\n');
  return { text, spans: [...spans, ...margin] };
}
