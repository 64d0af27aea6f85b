import { format, type Formatted } from '../diagram/index.ts';
import { rewriteFences } from '../remark/rewrite.ts';
import { command, complain, remark, type Asked } from './command.ts';
import { unifiedDiff } from './diff.ts';
import { isPage, readFiles, type TextFile } from './files.ts';
import { writeFile } from './write.ts';

const options = {
  write: { says: 'change the files' },
  check: { says: 'name the files that would change, and exit 1 when there are any' },
  diff: { says: 'show what would change' },
} as const;

export const fmt = command({
  prints: 'the drawings set straight, in the hand of their author; nothing else in a file changes',
  options,
  async run(asked) {
    const modes = (['write', 'check', 'diff'] as const).filter((mode) => asked.options[mode]);
    if (modes.length > 1) return complain(`fmt does one thing at a time: --${modes.join(' or --')}.`);
    return fmtFiles(asked, modes[0] ?? 'print');
  },
});

type Mode = 'print' | 'write' | 'check' | 'diff';

/** Formats every file that is named, and returns the exit code. */
async function fmtFiles(asked: Pick<Asked, 'command' | 'words'>, mode: Mode): Promise<number> {
  const { files, code } = await readFiles(asked, { directories: true });
  let worst = code;
  for (const file of files) worst = Math.max(worst, await fmtFile(file, mode));
  return worst;
}

async function fmtFile(file: TextFile, mode: Mode): Promise<number> {
  const text = formatted(file);
  const changed = text !== file.text;
  switch (mode) {
    case 'print':
      process.stdout.write(text);
      return 0;
    case 'check':
      if (changed) process.stdout.write(`${nameOf(file)}\n`);
      return changed ? 1 : 0;
    case 'diff':
      process.stdout.write(unifiedDiff(nameOf(file), file.text, text));
      return 0;
    case 'write':
      if (file.file === '-') return complain('standard input cannot be written to; leave --write out.');
      return changed ? write(file.file, text) : 0;
  }
}

async function write(file: string, text: string): Promise<number> {
  const problem = await writeFile(file, text);
  if (problem !== null) return complain(problem);
  remark(`${file} is straight now.`);
  return 0;
}

/** The file with its drawings set straight. Says which ones were left crooked, and why. */
function formatted(file: TextFile): string {
  if (!isPage(file.file)) return told(format(file.text), nameOf(file));
  return rewriteFences(file.text, ({ source, line }) => told(format(source), `${nameOf(file)}:${line}`));
}

function told({ text, verdict, reason }: Formatted, place: string): string {
  if (verdict === 'left') remark(`${place}: the drawing is left as it is: ${reason}.`);
  return text;
}

function nameOf({ file }: TextFile): string {
  return file === '-' ? 'standard input' : file;
}
