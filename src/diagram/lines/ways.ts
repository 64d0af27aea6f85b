import { DIRECTIONS, OPPOSITE } from '../ink/glyphs.ts';
import type { LineCell } from './lines.ts';
import type { Direction } from '../model.ts';

/** Steps that all searches together may take, for each cell of the drawing. */
const PATIENCE = 64;

/**
 * Tells whether some way from a cell, begun in a direction and led straight through the cells marked in `four`, ends at a box, at
 * words or in a head. A way that comes back to where it began does not count.
 *
 * Where no way leads anywhere even if it may come back, the answer is known at once; else a search finds out. Thousands of
 * crossings could make that costly: when patience is at its end, a way that comes back counts too.
 */
export function waysOf(
  cells: readonly LineCell[],
  four: Uint8Array,
): (cell: LineCell, direction: Direction) => boolean {
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

/** Where a way stands: in a cell marked in `four` on its way up, right, down or left (1 to 4), in any other cell 0; five to a cell. */
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

function stepFrom(cells: readonly LineCell[], four: Uint8Array, cell: LineCell, side: Direction): Step {
  const arm = cell.arms[side];
  if (!arm) return NOTHING;
  if (arm.kind !== 'cell') return arm.kind === 'part' || arm.kind === 'words' || arm.head ? END : NOTHING;
  const to = cells[arm.to];
  if (!to) return NOTHING;
  return to.index * 5 + (four[to.index] === 1 ? 1 + DIRECTIONS.indexOf(side) : 0);
}

/** 1 for every state from which some way leads to an end: walked back from the ends. */
function statesThatLead(cells: readonly LineCell[], four: Uint8Array): Uint8Array {
  const leading = new Uint8Array(cells.length * 5);
  // the steps into a state are a chain, numbered from 1: its first, and for each the state it comes from and the one after it
  const firstInto = new Int32Array(cells.length * 5);
  const from = new Int32Array(cells.length * 4 + 1);
  const after = new Int32Array(cells.length * 4 + 1);
  let steps = 0;
  const queue: State[] = [];
  for (const cell of cells)
    for (const side of DIRECTIONS) {
      const step = stepFrom(cells, four, cell, side);
      const state = cell.index * 5 + (four[cell.index] === 1 ? 1 + DIRECTIONS.indexOf(side) : 0);
      if (step >= 0) {
        from[++steps] = state;
        after[steps] = firstInto[step] ?? 0;
        firstInto[step] = steps;
      } else if (step === END && leading[state] === 0) {
        leading[state] = 1;
        queue.push(state);
      }
    }
  for (let state = queue.pop(); state !== undefined; state = queue.pop())
    for (let into = firstInto[state] ?? 0; into > 0; into = after[into] ?? 0) {
      const before = from[into] ?? 0;
      if (leading[before] === 1) continue;
      leading[before] = 1;
      queue.push(before);
    }
  return leading;
}
