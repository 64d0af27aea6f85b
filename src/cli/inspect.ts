import { inspect as inspectDrawing, stages } from '../diagram/index.ts';
import { command, complain } from './command.ts';
import { headed, printEach } from './print.ts';

export const inspect = command({
  prints: 'any stage of the engine over its grid; without STAGE lists the stages',
  takes: 'FILE|- [STAGE]',
  async run({ command, words }) {
    const [file, stage, ...more] = words;
    if (file === undefined || stage === undefined) {
      const width = Math.max(...stages.map(({ name }) => name.length));
      for (const { name, says } of stages) process.stdout.write(`${name.padEnd(width)}  ${says}\n`);
      return 0;
    }
    if (more.length > 0) return complain(`${command} takes one file and one stage, not also "${more.join(' ')}".`);
    if (!stages.some(({ name }) => name === stage))
      return complain(`there is no stage "${stage}"; there are ${stages.map(({ name }) => name).join(', ')}.`);
    return printEach({ command, words: [file] }, (drawing, several) =>
      headed(drawing, inspectDrawing(drawing.source, stage), several),
    );
  },
});
