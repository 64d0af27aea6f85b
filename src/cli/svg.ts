import { parse, toSvgText } from '../diagram/index.ts';
import { command } from './command.ts';
import { renderOptionsOf } from './drawings.ts';
import { documentOf, ended, printEach } from './print.ts';

export const svg = command({
  prints: 'the picture, as a file of its own',
  run: (asked) =>
    printEach(asked, (drawing, several) => {
      const picture = toSvgText(parse(drawing.source), { ...renderOptionsOf(drawing), standalone: true });
      return several ? documentOf(drawing, { svg: picture }) : ended(picture);
    }),
});
