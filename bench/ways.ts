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

export type Way = keyof typeof ways;
export const wayNames = Object.keys(ways) as readonly Way[];

/** What a source is put to: gives what is to be measured, with all done that is not. */
export const uses: Readonly<Record<string, (source: string) => () => unknown>> = {
  parse: (source) => () => parse(source),
  ...Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, onDiagram(way)])),
  fmt: (source) => () => format(source),
  notation: onDiagram(toNotation),
  ...Object.fromEntries(Object.entries(exporters).map(([name, { write }]) => [name, onDiagram(write)])),
};

function onDiagram(way: (diagram: Diagram) => unknown): (source: string) => () => unknown {
  return (source) => {
    const diagram = parse(source);
    return () => way(diagram);
  };
}
