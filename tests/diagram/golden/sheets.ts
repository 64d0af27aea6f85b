import type { Element } from 'hast';
import {
  checkDiagram,
  exporters,
  format,
  inspect,
  parse,
  toHast,
  toOutline,
  toText,
} from '../../../src/diagram/index.ts';
import { classesOf, dOf, elementsOf, extentOf, textOf } from '../render/drawn.ts';

/** What is written down of a drawing, as short as a person can still read it. `''` says nothing. */
type Sheet = (drawing: string) => string;

/** A folder each, with the groups of cases that it looks at. */
export const sheets: Readonly<Record<string, { readonly groups: RegExp; readonly tell: Sheet }>> = {
  found: { groups: /./, tell: found },
  straight: { groups: /./, tell: straight },
  outline: { groups: /^(?!crooked|odd)/, tell: (drawing) => toOutline(parse(drawing)).text },
  ascii: { groups: /^(?!odd)/, tell: (drawing) => toText(parse(drawing), { ascii: true }) },
  picture: { groups: /./, tell: picture },
  mermaid: { groups: /^(?:cells|labels|words)/, tell: (drawing) => exporters.mermaid.write(parse(drawing)) },
  d2: { groups: /^(?:cells|groups|lifelines)/, tell: (drawing) => exporters.d2.write(parse(drawing)) },
  dot: { groups: /^(?:groups|nets)/, tell: (drawing) => exporters.dot.write(parse(drawing)) },
  drawio: { groups: /^(?:groups|lifelines)/, tell: (drawing) => withoutLook(exporters.drawio.write(parse(drawing))) },
  excalidraw: {
    groups: /^lifelines/,
    tell: (drawing) => oneByOne(exporters.excalidraw.write(parse(drawing))),
  },
};

/** Places, labels, repairs and doubts, and what is said about them. */
function found(drawing: string): string {
  const sheet = inspect(drawing, 'diagram').split('\n');
  const said = checkDiagram(parse(drawing)).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
  );
  return [...sheet.slice(sheet.lastIndexOf('', -2) + 1, -1), ...said].join('\n');
}

/** The rows that `fmt` writes anew, before and after. */
function straight(drawing: string): string {
  const { text, verdict, reason } = format(drawing);
  if (reason !== null) return `left: ${reason}`;
  if (verdict === 'clean') return '';
  const [before, after] = [drawing.split('\n'), text.split('\n')];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, row) => row)
    .filter((row) => before[row] !== after[row])
    .map((row) => `${row + 1}\n-${before[row] ?? ''}\n+${after[row] ?? ''}`)
    .join('\n');
}

/** A line for each thing that is drawn: its class, where it is, what it says. */
function picture(drawing: string): string {
  return elementsOf(toHast(parse(drawing)))
    .flatMap(drawn)
    .join('\n');
}

function drawn(element: Element): readonly string[] {
  const { tagName, properties } = element;
  const { width, height, x, y, className } = properties;
  const names = classesOf(className).map((name) => name.replace(/^d-/, ''));
  const is = names.join(' ');
  if (tagName === 'svg') return [`${width} by ${height}`];
  if (tagName === 'text') return [`${is} ${x},${y} ${JSON.stringify(textOf(element))}`];
  if (tagName === 'g') return properties.ariaLabel === undefined ? [] : [`${is}: ${properties.ariaLabel}`];
  if (tagName !== 'path' || /body|spine|icon/.test(is)) return [];
  if (!/border|panel/.test(is)) return [`${is} ${dOf(element)}`];
  const { left, top, right, bottom } = extentOf(dOf(element));
  return [`${is} ${left},${top} to ${right},${bottom}`];
}

/** Fonts and colours are the same in all drawings; `everything.drawio.txt` has them. */
function withoutLook(file: string): string {
  return file.replace(
    /(?:absoluteArcSize|arcSize|html|whiteSpace|fontFamily|fontSize|fontColor|align|spacing\w+)=[^;]*;/g,
    '',
  );
}

/** A line for each element, without what all have in common and what is not there. */
function oneByOne(file: string): string {
  const { elements } = JSON.parse(file) as { readonly elements: readonly Readonly<Record<string, unknown>>[] };
  const [first = {}] = elements;
  const common = Object.keys(first).filter((key) => elements.every((each) => String(each[key]) === String(first[key])));
  const own = (each: object) =>
    Object.entries(each).filter(([key, value]) => !common.includes(key) && value !== null && String(value) !== '');
  return elements.map((each) => JSON.stringify(Object.fromEntries(own(each)))).join('\n');
}
