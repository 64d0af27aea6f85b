import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { complain, type Asked } from './command.ts';

/** A file that could be read, or standard input, which is called `-`. */
export interface TextFile {
  readonly file: string;
  /** The whole, byte for byte: a byte order mark and the ends of the lines too. */
  readonly text: string;
}

/** All files that are named, and the exit code so far: what cannot be read is complained of, and the rest is read all the same. */
export interface TextFiles {
  readonly files: readonly TextFile[];
  readonly code: number;
}

/** Reads the files that a command is given; without any, standard input. */
export async function readFiles({ command, words }: Pick<Asked, 'command' | 'words'>): Promise<TextFiles> {
  if (words.length === 0 && process.stdin.isTTY)
    return {
      files: [],
      code: complain(`name a file, or give the drawing on standard input: plumbline ${command} FILE`),
    };
  const files: TextFile[] = [];
  let code = 0;
  for (const file of words.length === 0 ? ['-'] : words) {
    const read = await readText(file);
    if ('problem' in read) code = complain(read.problem);
    else files.push({ file, text: read.text });
  }
  return { files, code };
}

/** A file as text, or the sentence that says why not. */
async function readText(file: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  const name = file === '-' ? 'standard input' : file || '""';
  try {
    if (file !== '-' && (await stat(file)).isDirectory())
      return { problem: `${file} is a directory; name the files in it.` };
    const text = decode(file === '-' ? await buffer(process.stdin) : await readFile(file));
    return text === null ? { problem: `${name} is not text in UTF-8.` } : { text };
  } catch (error) {
    return { problem: `${name} cannot be read: ${reasons[codeOf(error)] ?? codeOf(error)}.` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not allowed',
  EPERM: 'reading it is not allowed',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  ERR_INVALID_ARG_VALUE: 'this is no file name',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
