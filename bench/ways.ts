import { checkDiagram, toGraph, toOutline, toSvgText, toText, type Diagram } from '../src/diagram/index.ts';

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
