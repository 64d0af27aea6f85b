/** Reads and tells every family at full size; run with a small heap it shows that it needs no more. */
import { parse, toGraph, toOutline, toText } from '../../../src/diagram/index.ts';
import { families } from './families.ts';

for (const { name, draw } of families) {
  const diagram = parse(draw(1));
  const bytes = toText(diagram).length + toOutline(diagram).text.length + toGraph(diagram).nodes.length;
  console.log(`${name}: ${bytes}`);
}
