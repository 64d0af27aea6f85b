import { parse, toText } from '../diagram/index.ts';
import { command } from './command.ts';
import { headed, printEach } from './print.ts';

export const text = command({
  prints: 'the same drawing, straight and clean',
  options: { ascii: { says: 'in plain ASCII' } },
  run: (asked) =>
    printEach(asked, (drawing, several) =>
      headed(drawing, toText(parse(drawing.source), { ascii: asked.options.ascii }), several),
    ),
});
