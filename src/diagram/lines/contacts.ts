import type { Borders } from './borders.ts';
import type { Field } from './field.ts';
import { ARM, OPPOSITE, STEP } from '../ink/glyphs.ts';
import type { Contact } from './lines.ts';
import type { Direction, InkCell } from '../model.ts';

/** Finds boxes that touch each other with tees or a head: a line without a cell of its own. */
export function findContacts(
  { linework, territory, inkAt, cellAt, freeRunAt, isBorder }: Field,
  { isPort }: Borders,
): readonly Contact[] {
  const { ink } = linework;
  const claim = territory.claimOf;
  const contacts: Contact[] = [];
  ink.cells.forEach((row, at) => {
    row.forEach((one, column) => {
      if (!one) return;
      findOverWords(at, column);
      for (const direction of ONWARD) {
        const [down, right] = STEP[direction];
        const next = inkAt(at + down, column + right);
        // most cells of a border are no tees: these are asked for nothing else
        if (!next || !(one.head || next.head || (leads(one, direction) && leads(next, OPPOSITE[direction])))) continue;
        if (claim(at, column) !== 'border' || claim(at + down, column + right) !== 'border') continue;
        const arriving = cellAt(at - down, column - right)?.arms[direction];
        if (arriving || isPassed(at, column, direction)) continue;
        const heads = [one.head, next.head];
        let [foot, side] = [at + down, column + right];
        for (let step = 0; step < THICKEST && isPassed(foot + down, side + right, direction); step++) {
          [foot, side] = [foot + down, side + right];
          heads.push(inkAt(foot, side)?.head ?? null);
        }
        const leaves = isPort(at, column, OPPOSITE[direction]);
        const arrives = isPort(at + down, column + right, direction);
        const pointed = one.head !== null || next.head !== null;
        if (!(leaves && arrives) && !(pointed && (leaves || arrives))) continue;
        const from = territory.enteredAt(at, column, OPPOSITE[direction]);
        const to = territory.enteredAt(foot, side, direction);
        if (from === null || to === null) continue;
        if (cellAt(foot + down, side + right)?.arms[OPPOSITE[direction]]) continue;
        contacts.push({
          from,
          to,
          at: { row: at, column },
          heads: [heads.includes(OPPOSITE[direction]), heads.includes(direction)],
          runs: [],
        });
      }
    });
  });
  return contacts;

  /**
   * A label stands where the line should, between two boxes that it leads from and to.
   *
   *     └──┬──┘
   *      HTTP
   *     ┌──▼──┐
   */
  function findOverWords(row: number, column: number): void {
    if (!isPort(row, column, 'up') || !isPort(row + 2, column, 'down')) return;
    const run = [column, column - 1, column + 1].map((at) => freeRunAt(row + 1, at)).find((one) => one !== null);
    const from = territory.enteredAt(row, column, 'up');
    const to = territory.enteredAt(row + 2, column, 'down');
    if (!run || from === null || to === null) return;
    const heads = [inkAt(row, column)?.head === 'up', inkAt(row + 2, column)?.head === 'down'] as const;
    contacts.push({ from, to, at: { row, column }, heads, runs: [run] });
  }

  /** A line comes to this port of a border from the one that touches it: through the `┼` of a group. */
  function isPassed(row: number, column: number, direction: 'right' | 'down'): boolean {
    const [before, beside] = [row - STEP[direction][0], column - STEP[direction][1]];
    if (!isBorder(before, beside) || !isPort(row, column, direction)) return false;
    return ((inkAt(before, beside)?.arms ?? 0) & ARM[direction]) !== 0;
  }
}

/** Borders behind the second one that a line may come through. */
const THICKEST = 2;

const ONWARD = ['right', 'down'] as const;

/** An arm goes to this side; that a border is not prolonged is asked later. */
function leads({ arms }: InkCell, direction: Direction): boolean {
  return (arms & ARM[direction]) !== 0;
}
