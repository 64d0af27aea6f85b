import type { Borders } from './borders.ts';
import type { Field } from './field.ts';
import { ARM, OPPOSITE, STEP } from './glyphs.ts';
import type { Contact } from './lines.ts';

/** Finds boxes that touch each other with tees or a head: a line without a cell of its own. */
export function findContacts({ linework, territory, inkAt }: Field, { isPort }: Borders): readonly Contact[] {
  const { ink } = linework;
  const claim = territory.claimOf;
  const contacts: Contact[] = [];
  ink.cells.forEach((row, at) => {
    row.forEach((one, column) => {
      if (!one || claim(at, column) !== 'border') return;
      for (const direction of ['right', 'down'] as const) {
        const [down, right] = STEP[direction];
        const next = inkAt(at + down, column + right);
        if (!next || claim(at + down, column + right) !== 'border') continue;
        const leaves = isPort(at, column, OPPOSITE[direction]);
        const arrives = isPort(at + down, column + right, direction);
        const pointed = one.head !== null || next.head !== null;
        if (!(leaves && arrives) && !(pointed && (leaves || arrives))) continue;
        const from = territory.enteredAt(at, column, OPPOSITE[direction]);
        const to = throughBorder(at + down, column + right, direction);
        if (from === null || to === null || from === to) continue;
        const shared = territory
          .bordersAt(at, column)
          .some((part) => territory.bordersAt(at + down, column + right).includes(part));
        if (shared) continue;
        const head =
          one.head === direction || next.head === direction
            ? 'to'
            : one.head === OPPOSITE[direction] || next.head === OPPOSITE[direction]
              ? 'from'
              : 'none';
        contacts.push({ from, to, at: { row: at, column }, head });
      }
    });
  });
  return contacts;

  /** The part entered through a border; behind the `┼` of a group the one whose border touches it, where it has a port or a head. */
  function throughBorder(row: number, column: number, direction: 'right' | 'down'): number | null {
    const entered = territory.enteredAt(row, column, direction);
    const [down, right] = STEP[direction];
    const goesOn = ((inkAt(row, column)?.arms ?? 0) & ARM[direction]) !== 0;
    if (!goesOn || claim(row + down, column + right) !== 'border' || !isPort(row + down, column + right, direction))
      return entered;
    return territory.enteredAt(row + down, column + right, direction) ?? entered;
  }
}
