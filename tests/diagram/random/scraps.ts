import fc from 'fast-check';

const ink = [...'─│┌┐└┘├┤┬┴┼━┃┏┓┗┛┣┫┳┻╋═║╔╗╚╝╠╣╦╩╬╭╮╰╯╌╎┄┆╒╪▼▲►◄▶◀→←↑↓●'];
const ascii = [..."+-|=.:'/\\><^vVo*_()[]"];
const words = [
  'a',
  'v',
  'o',
  'DB',
  'Web App',
  '(x)',
  '- item',
  '1.',
  '用户',
  '🚀',
  'é',
  'e\u0301',
  '\u200b',
  '\t',
  '"',
  'A -> B',
];

/** Boxes broken off, lines to nowhere, words in between: soup of a few rows. */
export const scraps: fc.Arbitrary<string> = fc
  .array(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...ink) },
        { weight: 3, arbitrary: fc.constantFrom(...ascii) },
        { weight: 2, arbitrary: fc.constantFrom(...words) },
        { weight: 4, arbitrary: fc.constant(' ') },
        { weight: 1, arbitrary: fc.constantFrom('────', '|  |', '+--+', '┌──┐', '└──┘', '│  │', '-->') },
      ),
      { maxLength: 14 },
    ),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row) => row.join('')).join('\n'));
