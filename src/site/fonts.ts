/**
 * Cuts Cabin down to what the site needs, into public/fonts. Run by hand (`npm run fonts`) after the signs change;
 * the files are kept in the repository, so that a build needs no font tool.
 *
 * Each style has a base set that every page loads, and the rest of Latin that loads only where a page has such a letter.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const source = new URL('../../node_modules/@fontsource-variable/cabin/', import.meta.url);
const target = new URL('../../public/fonts/', import.meta.url);

const ascii = letters(0x20, 0x7e);
/** Signs that the pages and the diagrams write: no-break space, quotes, dashes, signs of gain and price. */
const signs = '\u00a0°±·×é–—‘’“”•…€−';
const base = ascii + signs;

const files = [
  { name: 'cabin', from: 'latin', letters: base },
  {
    name: 'cabin-latin',
    from: 'latin',
    letters: without(letters(0xa1, 0xff) + '\u0131\u0152\u0153\u2122\u2191\u2193', base),
  },
  { name: 'cabin-latin-ext', from: 'latin-ext', letters: letters(0x100, 0x24f) + letters(0x1e00, 0x1eff) },
];

for (const { name, from, letters } of files)
  for (const style of ['normal', 'italic']) {
    const whole = await readFile(new URL(`files/cabin-${from}-wght-${style}.woff2`, source));
    const cut = await subsetFont(whole, letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 600 } },
    });
    const file = style === 'italic' ? `${name}-italic.woff2` : `${name}.woff2`;
    await writeFile(new URL(file, target), cut);
    console.log(`${file} ${cut.length} bytes`);
  }
await writeFile(new URL('OFL.txt', target), await readFile(new URL('LICENSE', source)));

function letters(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function without(text: string, taken: string): string {
  return [...text].filter((letter) => !taken.includes(letter)).join('');
}
