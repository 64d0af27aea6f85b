import { exporters, parse, type ExportFormat } from '../diagram/index.ts';
import { command, complain } from './command.ts';
import { renderOptionsOf } from './drawings.ts';
import { documentOf, printEach } from './print.ts';

const formats = Object.keys(exporters).join(', ');

export const exportAs = command({
  prints: `the drawing for other tools: ${formats}`,
  takes: 'FORMAT [FILE|-]...',
  async run({ command, words: [format, ...files] }) {
    if (format === undefined) return complain(`say for which tool: ${formats}.`);
    if (!isFormat(format)) return complain(`there is no format "${format}"; there are ${formats}.`);
    return printEach({ command: `${command} ${format}`, words: files }, (drawing, several) => {
      const content = exporters[format].write(parse(drawing.source), renderOptionsOf(drawing));
      return several ? documentOf(drawing, { format, content }) : content;
    });
  },
});

function isFormat(word: string): word is ExportFormat {
  return Object.hasOwn(exporters, word);
}
