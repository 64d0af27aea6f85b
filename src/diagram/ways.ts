import { DIRECTIONS, OPPOSITE } from './glyphs.ts';
import type { LineCell } from './lines.ts';
import type { Direction } from './model.ts';

/** Steps that all searches together may take, for each cell of the drawing. */
const PATIENCE = 64;

/**
 * Tells whether some way from a cell, begun in a direction and led straight through the cells of `four`, ends at a box, at
 * words or in a head. A way that comes back to where it began does not count.
 *
 * Where no way leads anywhere even if it may come back, the answer is known at once; else a search finds out. Thousands of
 * crossings could make that costly: when patience is at its end, a way that comes back counts too.
 */
export function waysOf(
  cells: readonly LineCell[],
  four: ReadonlySet<number>,
): (cell: LineCell, direction: Direction) => boolean {
  if (four.size === 0) return () => false;
  const leading = statesThatLead(cells, four);
  let patience = PATIENCE * cells.length;
  return (from, direction) => {
    const first = stepFrom(cells, four, from, direction);
    if (first === END || first === NOTHING) return first === END;
    return leading[first] === 1 && (patience < 0 || search(from, first, direction));
  };

  function search(from: LineCell, first: State, direction: Direction): boolean {
    const seen = new Set<State>();
    const queue: { readonly state: State; readonly entered: Direction }[] = [];
    const visit = (step: Step, entered: Direction): boolean => {
      if (step >= 0 && cellOf(step) !== from.index && leading[step] === 1 && !seen.has(step)) {
        seen.add(step);
        queue.push({ state: step, entered });
      }
      return step === END;
    };
    visit(first, direction);
    for (let at = queue.pop(); at; at = queue.pop()) {
      patience--;
      const { state, entered } = at;
      const cell = cells[cellOf(state)];
      const sides = isStraight(state) ? [entered] : DIRECTIONS.filter((side) => side !== OPPOSITE[entered]);
      if (cell && sides.some((side) => visit(stepFrom(cells, four, cell, side), side))) return true;
    }
    return false;
  }
}

/** Where a way stands: in a cell of `four` on its way up, right, down or left (1 to 4), in any other cell 0; five to a cell. */
type State = number;
/** A state, the end of a way, or nothing. */
type Step = number;
const END = -1;
const NOTHING = -2;

function cellOf(state: State): number {
  return Math.floor(state / 5);
}

function isStraight(state: State): boolean {
  return state % 5 !== 0;
}

function stepFrom(cells: readonly LineCell[], four: ReadonlySet<number>, cell: LineCell, side: Direction): Step {
  const arm = cell.arms[side];
  if (!arm) return NOTHING;
  if (arm.kind !== 'cell') return arm.kind === 'part' || arm.kind === 'words' || arm.head ? END : NOTHING;
  const to = cells[arm.to];
  if (!to) return NOTHING;
  return to.index * 5 + (four.has(to.index) ? 1 + DIRECTIONS.indexOf(side) : 0);
}

/** 1 for every state from which some way leads to an end: walked back from the ends. */
function statesThatLead(cells: readonly LineCell[], four: ReadonlySet<number>): Uint8Array {
  const leading = new Uint8Array(cells.length * 5);
  // the steps into a state are a chain: its first, and for each the one after it
  const firstInto = new Int32Array(cells.length * 5).fill(-1);
  const stepsInto: { readonly from: State; readonly after: number }[] = [];
  const queue: State[] = [];
  for (const cell of cells)
    for (const [k, side] of DIRECTIONS.entries()) {
      const step = stepFrom(cells, four, cell, side);
      const state = cell.index * 5 + (four.has(cell.index) ? 1 + k : 0);
      if (step >= 0) {
        stepsInto.push({ from: state, after: firstInto[step] ?? -1 });
        firstInto[step] = stepsInto.length - 1;
      } else if (step === END && leading[state] === 0) {
        leading[state] = 1;
        queue.push(state);
      }
    }
  for (let state = queue.pop(); state !== undefined; state = queue.pop())
    for (let into = stepsInto[firstInto[state] ?? -1]; into; into = stepsInto[into.after])
      if (leading[into.from] === 0) {
        leading[into.from] = 1;
        queue.push(into.from);
      }
  return leading;
}
