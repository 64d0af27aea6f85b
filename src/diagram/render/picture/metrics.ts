import { graphemes, widthOf } from '../../grid/width.ts';
import { advances, measured, type FaceStyle } from './advances.ts';

/** How a line of text is set. The stylesheet says the same (`src/styles`), so a change here is a change there. */
export interface TextStyle {
  readonly size: number;
  readonly face: FaceStyle;
  /** Extra space after each letter, in parts of the size. */
  readonly tracking: number;
}

export const textStyles = {
  title: { size: 14.5, face: 'semibold', tracking: 0 },
  caps: { size: 13.5, face: 'semibold', tracking: 0.045 },
  groupTitle: { size: 14.5, face: 'semibold', tracking: 0.02 },
  qualifier: { size: 13, face: 'regular', tracking: 0 },
  item: { size: 13, face: 'regular', tracking: 0 },
  label: { size: 14, face: 'italic', tracking: 0 },
} as const satisfies Record<string, TextStyle>;

/** A width of a line in px that no face exceeds: Cabin, Arial nor DejaVu Sans. */
export function textWidth(text: string, style: TextStyle): number {
  const letters = graphemes(text.replace(/\s+/g, ' '));
  const table = tables[style.face];
  let sum = 0;
  for (const letter of letters) {
    const plain = letter.charCodeAt(0) < 0x180 ? letter.normalize('NFD').charAt(0) : letter;
    const known = plain.length === 1 ? table[plain.charCodeAt(0)] : undefined;
    sum += known === undefined || known === unmeasured ? beyondTables(letter) : known;
  }
  return (sum / 1000 + letters.length * style.tracking) * style.size;
}

/** No letter outside the tables is wider than this, in thousandths. */
function beyondTables(letter: string): number {
  const known = widest.find(([letters]) => letters.test(letter));
  return known ? known[1] : unknown[widthOf(letter)];
}

/** Of the letters of other scripts; a rare one is as wide as it may be. */
const widest: readonly (readonly [letters: RegExp, width: number])[] = [
  [/^[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u, 1000],
  [/^[ЖШЩЮЫ]/u, 1330],
  [/^[жмфшщыю]/u, 1110],
  [/^[а-яёіїєґўα-ω]/u, 870],
  [/^[’‘“”–]/u, 680],
];

/** Marks, one column, two columns. */
const unknown = { 0: 0, 1: 1000, 2: 1400 } as const;

const unmeasured = -1;

/** The advance of each code point up to 0xff. */
const tables: Readonly<Record<FaceStyle, Int16Array>> = {
  regular: tableOf(advances.regular),
  semibold: tableOf(advances.semibold),
  italic: tableOf(advances.italic),
};

function tableOf(digits: string): Int16Array {
  const table = new Int16Array(0x100).fill(unmeasured);
  let at = 0;
  for (const [first, last] of measured)
    for (let code = first; code <= last; code++, at += 2) table[code] = Number.parseInt(digits.slice(at, at + 2), 36);
  return table;
}
