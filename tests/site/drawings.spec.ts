import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { parse, toHast } from '../../src/diagram/index.ts';
import { serialise } from '../../src/diagram/render/svg/serialise.ts';
import { extentOf } from '../diagram/render/drawn.ts';
import { faultsIn, grown, pathClasses, type Frame, type Measured, type PathClass } from '../diagram/render/faults.ts';
import { readCase } from '../diagram/notation.ts';
import { builtPages } from './built.ts';

/** The faces that drawings are made for: ours, and what stands in for it where it does not load. */
const faces = ['Cabin', "Arial, 'Liberation Sans'", "'DejaVu Sans'"] as const;
const themes = ['light', 'dark'] as const;

const isDrawing = /<svg[^>]*\sclass="diagram"/;
const drawn = builtPages().filter(({ html }) => isDrawing.test(html));

test('there are drawings on the site', () => {
  expect(drawn.length).toBeGreaterThanOrEqual(10);
});

for (const { path } of drawn)
  test(`${path} has words inside their boxes, off lines and each other, and heads that touch`, async ({ page }) => {
    await page.goto(path);
    await inEachFace(page, (drawings) => {
      expect(drawings.length).toBeGreaterThan(0);
      return drawings.flatMap(({ name, measured }) => faultsIn(measured).map((fault) => `${name}: ${fault}`));
    });
  });

test('so does every drawing that the engine is tested with', async ({ page }) => {
  test.setTimeout(600_000);
  const drawings = cases();
  await page.route('**/drawings.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: sheet(drawings) }),
  );
  await page.goto('/drawings.html');
  await inEachFace(page, (found) => {
    expect(found.length).toBe(drawings.length);
    return found.flatMap(({ name, measured }) => faultsIn(measured).map((fault) => `${name}: ${fault}`));
  });
});

interface Drawing {
  readonly name: string;
  readonly svg: string;
}

/** The cases and the source drawings of the engine. */
function cases(): readonly Drawing[] {
  const folder = fileURLToPath(new URL('../diagram/', import.meta.url));
  return globSync(['cases/**/*.txt', 'seed/*.txt'], { cwd: folder })
    .sort()
    .map((file, index) => {
      const source = readFileSync(folder + file, 'utf8');
      const diagram = parse(file.startsWith('seed') ? source : readCase(source).drawing);
      return {
        name: file,
        svg: serialise(toHast(diagram, { title: file, idPrefix: `d${index}` })),
      };
    });
}

/** All drawings on one page, with the styles and fonts of the site. */
function sheet(drawings: readonly Drawing[]): string {
  const style = ['tokens', 'fonts', 'diagram']
    .map((name) => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8'))
    .join('\n');
  return `<!doctype html><title>Drawings</title><style>${style}</style>${drawings.map(({ svg }) => svg).join('\n')}`;
}

interface Found {
  readonly name: string;
  readonly measured: Measured;
}

/** Measures the drawings of a page in both themes and in every face, and expects `faults` to find none. */
async function inEachFace(page: Page, faults: (drawings: readonly Found[]) => readonly string[]): Promise<void> {
  for (const theme of themes)
    for (const face of faces) {
      await page.emulateMedia({ colorScheme: theme });
      await setFace(page, face);
      expect(faults(await measure(page)), `${face}, ${theme}`).toEqual([]);
    }
}

/** Sets all drawings in a face; throws where it is not there, because then another one would be measured. */
async function setFace(page: Page, face: string): Promise<void> {
  const there = await page.evaluate(async (family) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.diagram, .diagram text { font-family: ${family} !important }`);
    document.adoptedStyleSheets = [sheet];
    await Promise.all(['400', '600', 'italic 400'].map((style) => document.fonts.load(`${style} 14px ${family}`)));
    await document.fonts.ready;
    const widthIn = (families: string): number => {
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('No canvas to measure on.');
      pen.font = `40px ${families}`;
      return pen.measureText('Write model, 10 %').width;
    };
    return ['serif', 'monospace'].every((other) => widthIn(`${family}, ${other}`) !== widthIn(other));
  }, face);
  expect(there, `${face} is not installed: see tests/site/chromium.ts for the fonts that the tests need`).toBe(true);
}

/** What the browser says of every drawing on a page that is shown. */
async function measure(page: Page): Promise<readonly Found[]> {
  const raw = await page.evaluate((classes) => {
    const frame = ({ x, y, width, height }: DOMRect): Frame => ({
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
    });
    type Frame = { left: number; top: number; right: number; bottom: number };
    const wallOf = (text: Element): { readonly d: string; readonly width: number } | null => {
      for (let box = text.parentElement; box; box = box.parentElement) {
        const wall = box.querySelector(':scope > .d-border, :scope > .d-panel');
        if (wall) return { d: wall.getAttribute('d') ?? '', width: parseFloat(getComputedStyle(wall).strokeWidth) };
      }
      return null;
    };
    return [...document.querySelectorAll<SVGSVGElement>('svg.diagram:not(.thumb, .key)')]
      .filter((svg) => svg.getClientRects().length > 0)
      .map((svg) => {
        const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent !== '');
        const within: Partial<Record<string, string>> = {
          'd-wire': '.d-edge:not(.d-life) > .d-wire',
          'd-life': '.d-life > .d-wire',
          'd-head': '.d-edge:not(.d-stray) > .d-head',
        };
        return {
          name: svg.querySelector('title')?.textContent ?? '',
          texts: texts.map((text) => ({
            text: text.textContent,
            frame: frame(text.getBBox()),
            wall: wallOf(text),
            bare: text.closest('.d-node') !== null && text.closest('.d-node')?.querySelector('.d-border') === null,
          })),
          paths: classes.map((name) =>
            [...svg.querySelectorAll(within[name] ?? `path.${name}`)].map((path) => path.getAttribute('d') ?? ''),
          ),
          icons: [...svg.querySelectorAll<SVGPathElement>('.d-icon')].map((icon) => {
            const { e = 0, f = 0 } = icon.transform.baseVal.consolidate()?.matrix ?? {};
            return { left: e + 1, top: f + 1, right: e + 17, bottom: f + 17 };
          }),
        };
      });
  }, pathClasses);
  return raw.map(({ name, texts, paths, icons }) => ({
    name,
    measured: {
      writing: texts.map(({ text, frame, wall }) => ({ text, frame, home: wall && insideOf(wall) })),
      paths: byClass(paths),
      icons,
      bare: texts.filter(({ bare }) => bare).map(({ frame }) => frame),
    },
  }));
}

function byClass(paths: readonly (readonly string[])[]): Measured['paths'] {
  const of = (name: PathClass): readonly string[] => paths[pathClasses.indexOf(name)] ?? [];
  return {
    'd-wire': of('d-wire'),
    'd-life': of('d-life'),
    'd-head': of('d-head'),
    'd-line': of('d-line'),
    'd-border': of('d-border'),
    'd-panel': of('d-panel'),
    'd-body': of('d-body'),
  };
}

/** The room that a border encloses. */
function insideOf({ d, width }: { readonly d: string; readonly width: number }): Frame {
  return grown(extentOf(d), -width / 2);
}
