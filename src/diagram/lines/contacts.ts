import type { Borders } from './borders.ts';
import type { Field } from './field.ts';
import { ARM, HORIZONTAL, OPPOSITE, STEP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Contact } from './lines.ts';
import type { Direction, InkCell } from '../model.ts';

/** Finds boxes that touch each other with tees or a head: a line without a cell of its own. */
export function findContacts({ linework, territory, inkAt, cellAt }: Field, { isPort }: Borders): readonly Contact[] {
  const { ink } = linework;
  const claim = territory.claimOf;
  const contacts: Contact[] = [];
  ink.cells.forEach((row, at) => {
    row.forEach((one, column) => {
      if (!one) return;
      for (const direction of ONWARD) {
        const [down, right] = STEP[direction];
        const next = inkAt(at + down, column + right);
        // most cells of a border are no tees: these are asked for nothing else
        if (!next || !(one.head || next.head || (isTee(one, direction) && isTee(next, OPPOSITE[direction])))) continue;
        const behind = claim(at + down, column + right);
        if (claim(at, column) !== 'border' || (behind !== 'border' && behind !== 'divider')) continue;
        const arriving = cellAt(at - down, column - right)?.arms[direction];
        if (arriving?.kind === 'cell' && arriving.by === 'pass') continue;
        const leaves = isPort(at, column, OPPOSITE[direction]);
        const arrives = isPort(at + down, column + right, direction);
        const pointed = one.head !== null || next.head !== null;
        if (!(leaves && arrives) && !(pointed && (leaves || arrives))) continue;
        const from = territory.enteredAt(at, column, OPPOSITE[direction]);
        const within = behindBorder(at + down, column + right, direction);
        if (behind === 'divider' && !within) continue;
        const to = within?.part ?? territory.enteredAt(at + down, column + right, direction);
        if (from === null || to === null || from === to) continue;
        const shared = territory
          .bordersAt(at, column)
          .some((part) => territory.bordersAt(at + down, column + right).includes(part));
        if (shared) continue;
        const heads = [one.head, next.head, within?.head ?? null];
        const head = heads.includes(direction) ? 'to' : heads.includes(OPPOSITE[direction]) ? 'from' : 'none';
        contacts.push({ from, to, at: { row: at, column }, head });
      }
    });
  });
  return contacts;

  /** Behind the `┼` of a group the part whose border touches the group's, where it has a port or a head. */
  function behindBorder(row: number, column: number, direction: 'right' | 'down') {
    if (((inkAt(row, column)?.arms ?? 0) & ARM[direction]) === 0) return null;
    const [down, right] = [row + STEP[direction][0], column + STEP[direction][1]];
    if (claim(down, right) !== 'border' || !isPort(down, right, direction)) return null;
    const part = territory.enteredAt(down, right, direction);
    return part === null ? null : { part, head: inkAt(down, right)?.head ?? null };
  }
}

const ONWARD = ['right', 'down'] as const;

/** An arm stands off a piece of border on this side. */
function isTee({ arms }: InkCell, direction: Direction): boolean {
  const border = isUpright(direction) ? HORIZONTAL : VERTICAL;
  return (arms & ARM[direction]) !== 0 && (arms & border) === border;
}
