import { bordersOf } from './borders.ts';
import { findContacts } from './contacts.ts';
import { openField, type Field } from './field.ts';
import { ARM, DIRECTIONS, OPPOSITE, STEP, isUpright } from '../ink/glyphs.ts';
import { pairHeads, pairLegs, pairTails } from './head-pairs.ts';
import { joinFacing, link } from './joins.ts';
import { bindLifelines, type Owner } from './lifelines.ts';
import type { Linework } from '../boxes/linework.ts';
import type { Direction, InkCell, Point, TextRun } from '../model.ts';
import { writingReach } from './over-writing.ts';
import { partAtNames } from './parted-names.ts';
import { reachOf } from './reach.ts';
import { joinDiagonals, passLabels } from './slants.ts';
import type { Territory } from './territory.ts';

/** A cell of a line, with what each of its arms leads to. */
export interface LineCell {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly ink: InkCell;
  readonly arms: Record<Direction, Arm | undefined>;
  /** The arm of every neighbour that leads straight here. */
  readonly reached: Arm;
}

/** `beside` is the cell of a lifeline that the line touches instead of what it hangs from. */
export type Arm =
  | { readonly kind: 'cell'; readonly to: number; readonly by: 'line' | 'gap' | 'shift' | 'pass' | 'text' | 'touch' }
  | {
      readonly kind: 'part';
      readonly part: number;
      readonly at: Point;
      readonly head: boolean;
      readonly mended: 'shifted-port' | 'short-line' | null;
      readonly beside?: number;
    }
  | { readonly kind: 'words'; readonly run: TextRun; readonly head: boolean; readonly beside?: number }
  | { readonly kind: 'nowhere'; readonly head: boolean; readonly beside?: number };

/** Writing that interrupts a line, and the cell where the line breaks off. */
export interface Interruption {
  readonly cell: number;
  readonly direction: Direction;
  readonly runs: readonly TextRun[];
}

/** A line without a cell: two borders that touch with their tees or a head, or have words between. */
export interface Contact {
  readonly from: number;
  readonly to: number;
  readonly at: Point;
  /** Whether it has a head at either. */
  readonly heads: readonly [from: boolean, to: boolean];
  /** Words that stand in the place of the line. */
  readonly runs: readonly TextRun[];
}

export interface Lines {
  /** Row by row, from left to right. */
  readonly cells: readonly LineCell[];
  readonly cellAt: Field['cellAt'];
  readonly interruptions: readonly Interruption[];
  readonly contacts: readonly Contact[];
  /** Cells of bars that only prolong what they hang from. */
  readonly lifelines: ReadonlyMap<number, Owner>;
}

/**
 * Follows every arm of the line-work outside of boxes to what it leads to: the next cell, a border, words, or nowhere.
 * Straight joins come first; only an arm that found nothing may reach over a blank, a column aside, or over writing.
 * A `┼` in a group's border lets a line pass; a tee stands for the line that arrives a column or two beside it.
 */
export function traceLines(
  linework: Linework,
  territory: Territory,
  runs: readonly (readonly TextRun[])[],
  lastRow: number,
): Lines {
  const field = openField(linework, territory, runs, lastRow);
  const { cells, interruptions } = field;
  // the cells that something may still meet
  let unmet = [...cells];
  const borders = bordersOf(field);
  const { pushed, aside, touching, overBlanks } = reachOf(field, borders);
  let lifelines: ReadonlyMap<number, Owner> = new Map();
  const overWriting = writingReach(field, borders, ({ index }) => lifelines.get(index) ?? null);

  joinFacing(field);
  joinDiagonals(field, borders);
  settleAll(pushed);
  settleAll(borders.toBorder);
  settleAll(aside);
  lifelines = bindLifelines(field, (cell) => cell.arms.up ?? overWriting(cell, 'up'));
  // what touched a lifeline may be open again
  if (lifelines.size > 0) unmet = [...cells];
  settleAll((cell, direction) => (lifelines.has(cell.index) ? null : touching(cell, direction)));
  pairLegs(field);
  settleAll(overBlanks);
  pairTails(field);
  pairHeads(field);
  settleAll(overWriting);
  passLabels(field);
  partAtNames(field);
  for (const cell of cells) hangFromName(cell, cells);
  for (const cell of cells) {
    const open = openArms(field, cell);
    const turns = isTurn(cell);
    for (const direction of DIRECTIONS)
      if ((open & ARM[direction]) !== 0 && !(turns && isClear(field, cell, direction)) && !isPassed(cell, direction))
        cell.arms[direction] = cell.ink.head === direction ? headIntoNothing : intoNothing;
  }
  return { cells, cellAt: field.cellAt, interruptions, contacts: findContacts(field, borders), lifelines };

  /** Messages touch a lifeline or pass it: it has no sides of its own. */
  function isPassed({ index }: LineCell, direction: Direction): boolean {
    return lifelines.has(index) && !isUpright(direction);
  }

  function settleAll(reach: (cell: LineCell, direction: Direction) => Arm | null): void {
    let left = 0;
    unmet.forEach((cell) => {
      const open = openArms(field, cell);
      if (open !== 0 || isOpen(cell)) unmet[left++] = cell;
      for (const direction of DIRECTIONS)
        if ((open & ARM[direction]) !== 0) settle(cell, direction, reach(cell, direction), cells);
    });
    unmet.length = left;
  }
}

/** Arms that lead nowhere; a drawing can have very many. */
const intoNothing: Arm = { kind: 'nowhere', head: false };
const headIntoNothing: Arm = { kind: 'nowhere', head: true };

/** Cells beyond an arm. */
const SIGHT = 6;

/** Something may still meet the cell. */
function isOpen(cell: LineCell): boolean {
  for (const direction of DIRECTIONS) if (!cell.arms[direction] && leadsTo(cell, direction)) return true;
  return false;
}

/** Bits of the sides to which a cell leads and which nothing has met yet: its arms, the front of a head, the back of a lone one. */
function openArms(field: Field, cell: LineCell): number {
  let open = 0;
  for (const direction of DIRECTIONS)
    if (!cell.arms[direction] && leadsTo(cell, direction) && !isBareTurn(field, cell, direction))
      open |= ARM[direction];
  return open;
}

function leadsTo({ ink: one, arms }: LineCell, direction: Direction): boolean {
  if ((one.arms & ARM[direction]) !== 0 || one.head === direction) return true;
  // a corner that a line has met over a blank goes on there
  const turned =
    one.glyph === '+' && (isUpright(direction) ? (arms.left ?? arms.right) : (arms.up ?? arms.down)) !== undefined;
  if ((one.marker || one.glyph === '+') && one.head === null) return one.arms === ARM[OPPOSITE[direction]] && !turned;
  return one.head !== null && one.arms === 0 && OPPOSITE[one.head] === direction;
}

/**
 * The end of a rail below or above which a line begins without a corner: it turns there and goes no further.
 *
 *     ───┼───
 *     │  │  │
 */
function isBareTurn({ isBlank }: Field, cell: LineCell, direction: Direction): boolean {
  if (isUpright(direction)) return false;
  if (!touchesAside(cell, 'up') && !touchesAside(cell, 'down')) return false;
  const step = STEP[direction][1];
  return isBlank(cell.row, cell.column + step) && isBlank(cell.row, cell.column + 2 * step);
}

/** A line begins on this side though the cell has no arm there. */
function touchesAside(cell: LineCell, side: 'up' | 'down'): boolean {
  const arm = cell.arms[side];
  return arm?.kind === 'cell' && (cell.ink.arms & ARM[side]) === 0;
}

/**
 * Lines meet here that turn or fork, whatever the glyph: where nothing follows one of its arms, that one is none.
 *
 *     |        |            │
 *     |--------|        ┌───┼───┐
 */
function isTurn({ arms }: LineCell): boolean {
  return (!!arms.up || !!arms.down) && (!!arms.left || !!arms.right);
}

/** No box that a line could be meant for comes next on this side. */
function isClear({ isBlank, isBorder, isPushedWall }: Field, { row, column }: LineCell, direction: Direction): boolean {
  const [down, right] = STEP[direction];
  let off = 1;
  while (off < SIGHT && isBlank(row + off * down, column + off * right)) off++;
  const [at, beside] = [row + off * down, column + off * right];
  return !isBorder(at, beside) || isPushedWall(at, beside);
}

function settle(cell: LineCell, direction: Direction, arm: Arm | null, cells: readonly LineCell[]): void {
  if (!arm) return;
  if (arm.kind !== 'cell') cell.arms[direction] = arm;
  else {
    const to = cells[arm.to];
    if (!to) return;
    link(cell, direction, to, arm.by);
  }
}

/** In a tree drawn as `├─┬ name` the branch below the tee hangs from the name, not from the trunk. */
function hangFromName(cell: LineCell, cells: readonly LineCell[]): void {
  const { right, down, left, up } = cell.arms;
  if (right?.kind !== 'words' || down?.kind !== 'cell' || left?.kind !== 'cell' || up) return;
  if (right.run.column - cell.column > 2) return;
  const below = cells[down.to];
  if (!below) return;
  below.arms.up = { kind: 'words', run: right.run, head: false };
  cell.arms.down = undefined;
}
