import { parse, toGraph } from '../diagram/index.ts';
import { command } from './command.ts';
import { renderOptionsOf } from './drawings.ts';
import { documentOf, printEach } from './print.ts';

export const graph = command({
  prints: 'the graph as JSON: nodes, edges, labels, captions, notes, what is odd',
  run: (asked) =>
    printEach(asked, (drawing, several) => {
      const found = toGraph(parse(drawing.source), renderOptionsOf(drawing));
      return several ? documentOf(drawing, found) : `${JSON.stringify(found, null, 2)}\n`;
    }),
});
