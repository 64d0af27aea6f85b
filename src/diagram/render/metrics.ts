import { graphemes, widthOf } from '../width.ts';
import { advances, measured, type Face, type FaceStyle } from './advances.ts';

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

/** The width of a line in px that no face exceeds: the greatest of Cabin, Arial and DejaVu Sans. */
export function textWidth(text: string, style: TextStyle): number {
  const letters = graphemes(text.replace(/\s+/g, ' '));
  const widths = faces.map((face) => letters.reduce((sum, letter) => sum + advanceOf(letter, style.face, face), 0));
  return (Math.max(...widths) / 1000 + letters.length * style.tracking) * style.size;
}

const faces: readonly Face[] = ['cabin', 'arial', 'dejavu'];

/** No letter outside the tables is wider than these, in thousandths: marks, one column, two columns. */
const unknown = { 0: 0, 1: 1000, 2: 1400 } as const;

function advanceOf(letter: string, style: FaceStyle, face: Face): number {
  const index = letter.length === 1 ? indexOf(letter.charCodeAt(0)) : -1;
  if (index === -1) return unknown[widthOf(letter)];
  return Number.parseInt(advances[style][face].slice(index * 2, index * 2 + 2), 36);
}

function indexOf(code: number): number {
  let before = 0;
  for (const [first, last] of measured) {
    if (code >= first && code <= last) return before + code - first;
    before += last - first + 1;
  }
  return -1;
}
