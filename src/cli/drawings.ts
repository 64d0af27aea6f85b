import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { findFences } from '../remark/fences.ts';
import { readInfoString, type InfoString } from '../remark/info-string.ts';

/** A drawing to work on, from a file of its own, from a fence, or from standard input. */
export interface Drawing {
  readonly file: string;
  readonly source: string;
  /** The fence it comes from; `null` for a file of its own. */
  readonly fence: (InfoString & { readonly line: number; readonly offsets: readonly number[] }) | null;
  /** The whole file, for showing lines of it. */
  readonly lines: readonly string[];
}

/** Drawings, or the sentence that says why there are none. */
export type Found = { readonly drawings: readonly Drawing[] } | { readonly problem: string };

/** All drawings of a file; `-` is standard input, read to its end. A file that cannot be read is a sentence, not an exception. */
export async function drawingsIn(file: string): Promise<Found> {
  const name = file === '-' ? 'standard input' : file || '""';
  try {
    if (file !== '-' && (await stat(file)).isDirectory())
      return { problem: `${file} is a directory; name the files in it.` };
    const text = decode(file === '-' ? await buffer(process.stdin) : await readFile(file));
    return text === null ? { problem: `${name} is not text in UTF-8.` } : { drawings: split(file, text) };
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
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function split(file: string, text: string): readonly Drawing[] {
  const lines = text.split(/\r\n|\n|\r/);
  const label = file === '-' ? '' : file;
  if (!['.md', '.mdx'].includes(extname(file).toLowerCase()))
    return [{ file: label, source: text, fence: null, lines }];
  return findFences(text).map(({ info, source, line, offsets }) => ({
    file: label,
    source,
    fence: { ...readInfoString(info), line, offsets },
    lines,
  }));
}
