import { parse, toOutline } from '../diagram/index.ts';
import { command } from './command.ts';
import { renderOptionsOf } from './drawings.ts';
import { headed, printEach } from './print.ts';

export const outline = command({
  prints: 'the drawing in sentences',
  run: (asked) =>
    printEach(asked, (drawing, several) =>
      headed(drawing, toOutline(parse(drawing.source), renderOptionsOf(drawing)).text, several),
    ),
});
