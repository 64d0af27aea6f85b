import { cellNumbers } from './cell-numbers.ts';
import { isBlank } from '../geometry/cells.ts';
import { ARM, OPPOSITE, VERTICAL } from '../ink/glyphs.ts';
import type { Linework } from '../boxes/linework.ts';
import type { Interruption, LineCell } from './lines.ts';
import type { Direction, InkCell, TextRun } from '../model.ts';
import { runAt } from '../writing/run-at.ts';
import type { Territory } from './territory.ts';

/** What lies around the cells of lines: what a line asks when it looks where it leads to. */
export interface Field {
  readonly linework: Linework;
  readonly territory: Territory;
  readonly runs: readonly (readonly TextRun[])[];
  /** Below this row all is prose. */
  readonly lastRow: number;
  readonly cells: readonly LineCell[];
  /** Grows while lines are followed over writing. */
  readonly interruptions: Interruption[];
  readonly cellAt: (row: number, column: number) => LineCell | undefined;
  readonly inkAt: (row: number, column: number) => InkCell | null;
  readonly isBorder: (row: number, column: number) => boolean;
  /** A bar of a wall that words have pushed out from under its edge: no line arrives there from above or below. */
  readonly isPushedWall: (row: number, column: number) => boolean;
  /** The writing over a cell that is no box's. */
  readonly freeRunAt: (row: number, column: number) => TextRun | null;
  /** Nothing stands there; the blank between two words of a run is writing. */
  readonly isBlank: (row: number, column: number) => boolean;
}

/** The ink that is free for lines, with nothing joined yet. */
export function openField(
  linework: Linework,
  territory: Territory,
  runs: readonly (readonly TextRun[])[],
  lastRow: number,
): Field {
  const { ink } = linework;
  const cells: LineCell[] = [];
  // the number of each cell, from 1
  const numbers = cellNumbers(ink.grid);
  ink.cells.slice(0, lastRow + 1).forEach((line, row) => {
    line.forEach((one, column) => {
      if (!one || territory.claimOf(row, column) !== 'free') return;
      const arms = { up: undefined, right: undefined, down: undefined, left: undefined };
      const index = cells.length;
      cells.push({ index, row, column, ink: one, arms, reached: { kind: 'cell', to: index, by: 'line' } });
      numbers.set(row, column, cells.length);
    });
  });
  const isWritten = (row: number, column: number) =>
    !isBlank(ink.grid, row, column) && ink.cells[row]?.[column] === null;
  const isBorder = (row: number, column: number) => {
    const claim = territory.claimOf(row, column);
    return claim === 'border' || claim === 'divider';
  };
  return {
    linework,
    territory,
    runs,
    lastRow,
    cells,
    interruptions: [],
    cellAt: (row, column) => {
      const number = numbers.at(row, column);
      return number === 0 ? undefined : cells[number - 1];
    },
    inkAt: (row, column) => ink.cells[row]?.[column] ?? null,
    isBorder,
    isPushedWall: (row, column) =>
      ink.cells[row]?.[column]?.arms === VERTICAL &&
      isBorder(row, column) &&
      territory.edgesNear(row, column, column).every(({ rect }) => rect.top !== row && rect.bottom !== row),
    freeRunAt: (row, column) =>
      row > lastRow || territory.claimOf(row, column) !== 'free' ? null : runAt(runs, row, column),
    isBlank: (row, column) =>
      isBlank(ink.grid, row, column) && !(isWritten(row, column - 1) && isWritten(row, column + 1)),
  };
}

/** A cell takes a line from this side: it has the arm, or it is a head without a tail that points on. */
export function takes(cell: LineCell | undefined, direction: Direction): cell is LineCell {
  if (!cell || cell.arms[OPPOSITE[direction]]) return false;
  if ((cell.ink.arms & ARM[OPPOSITE[direction]]) !== 0) return true;
  return cell.ink.head === direction && cell.ink.arms === 0;
}
