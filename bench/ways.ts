import {
  checkDiagram,
  exporters,
  format,
  parse,
  toGraph,
  toNotation,
  toOutline,
  toSvgText,
  toText,
  type Diagram,
} from '../src/diagram/index.ts';

/** What can be made of a drawing that has been read. */
export const ways = {
  svg: (diagram: Diagram) => toSvgText(diagram),
  text: (diagram: Diagram) => toText(diagram),
  outline: (diagram: Diagram) => toOutline(diagram),
  graph: (diagram: Diagram) => toGraph(diagram),
  check: (diagram: Diagram) => checkDiagram(diagram),
} as const;

/** What is asked for by name: `all`, or some, parted by commas; else `usual` ones. */
export function usesNamed(asked: string, usual: readonly string[]): readonly (readonly [string, Use])[] {
  const names =
    asked === 'all' ? Object.keys(uses).filter((name) => name !== plain) : asked === '' ? usual : asked.split(',');
  return names.map((name) => {
    const use = uses[name];
    if (!use) throw new Error(`There is no ${name}: ${Object.keys(uses).join(', ')}`);
    return [name, use];
  });
}

export type Way = keyof typeof ways;
export const wayNames = Object.keys(ways) as readonly Way[];

type Use = (source: string) => unknown;

/** The plainest that a program can do with a text: it makes an object of each sign. */
export const plain = 'cells';

/** What a source is put to: reading alone, and each thing that people ask for, from the text on. */
const uses: Readonly<Record<string, Use>> = {
  [plain]: (source) => source.split('\n').map((line, row) => [...line].map((sign, column) => ({ sign, row, column }))),
  parse,
  ...fromText(ways),
  fmt: format,
  notation: (source) => toNotation(parse(source)),
  ...fromText(Object.fromEntries(Object.entries(exporters).map(([name, { write }]) => [name, write]))),
};

function fromText(ways: Readonly<Record<string, (diagram: Diagram) => unknown>>): typeof uses {
  return Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, (source: string) => way(parse(source))]));
}
