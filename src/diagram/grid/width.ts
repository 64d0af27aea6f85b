import { firstFrom } from '../geometry/sorted.ts';

/** First and last code point of the ranges that take two columns: East Asian Wide and Fullwidth, and emoji. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f1e6, 0x1f1ff],
  [0x1f200, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

const emojiSign = /\ufe0f|\u20e3/u;
/** An arrow or a triangle, set as a picture: in a drawing it is a head and takes one column. */
const pictured = /^[\u2190-\u21ff\u25a0-\u25ff\u27a1\u2b05-\u2b07]\ufe0f$/u;
const markOnly = /^[\p{M}\u200b-\u200d\u2060\ufeff]+$/u;

/** Columns that a grapheme takes: 2 for East Asian Wide and emoji, 0 for marks without a base, otherwise 1. */
export function widthOf(grapheme: string): 0 | 1 | 2 {
  const code = grapheme.codePointAt(0) ?? 0;
  if (grapheme.length === 1 && code < 0x300) return 1;
  if (emojiSign.test(grapheme)) return pictured.test(grapheme) ? 1 : 2;
  if (code >= 0x1100 && inRanges(code)) return 2;
  return markOnly.test(grapheme) ? 0 : 1;
}

function inRanges(code: number): boolean {
  const range = wide[firstFrom(wide, ([, last]) => last >= code)];
  return range !== undefined && range[0] <= code;
}

/** Columns that a piece of writing takes. */
export function columnsOf(text: string): number {
  if (!needsSegmenter(text)) return text.length;
  let columns = 0;
  for (const grapheme of graphemes(text)) columns += widthOf(grapheme);
  return columns;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Latin, punctuation, arrows, box drawing and plain geometric shapes: one code unit, one grapheme, one column.
const plain = /^[\x20-\u02ff\u2010-\u2027\u2030-\u205f\u2190-\u21ff\u2500-\u25fc]*$/;

/** Whether writing holds anything that is not one code unit, one grapheme and one column. */
export function needsSegmenter(text: string): boolean {
  return !plain.test(text);
}

/** The graphemes of a text, in order. */
export function graphemes(text: string): readonly string[] {
  if (!needsSegmenter(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
