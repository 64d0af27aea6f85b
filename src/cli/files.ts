import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { complain, remark, type Asked } from './command.ts';

/** A file that could be read, or standard input, which is called `-`. */
export interface TextFile {
  readonly file: string;
  /** The whole, byte for byte: a byte order mark and the ends of the lines too. */
  readonly text: string;
  /** By itself, not by the directory that it is in. */
  readonly named: boolean;
}

/** All files that are named, and the exit code so far: what cannot be read is complained of, and the rest is read all the same. */
export interface TextFiles {
  readonly files: readonly TextFile[];
  readonly code: number;
}

export interface ReadOptions {
  /** A directory stands for the pages in it; otherwise it is complained of. */
  readonly directories?: boolean;
}

/** Reads the files that a command is given; without any, standard input. */
export async function readFiles(
  { command, words }: Pick<Asked, 'command' | 'words'>,
  { directories = false }: ReadOptions = {},
): Promise<TextFiles> {
  if (words.length === 0 && process.stdin.isTTY) {
    const message = `name a file, or give the drawing on standard input: plumbline ${command} FILE`;
    return { files: [], code: complain(message) };
  }
  const files: TextFile[] = [];
  let code = 0;
  for (const word of words.length === 0 ? ['-'] : words) {
    const pages = directories && word !== '-' ? await pagesIn(word) : null;
    if (pages?.length === 0) remark(`${word} holds no .md or .mdx file.`);
    for (const file of pages ?? [word]) {
      const read = await readText(file);
      if ('problem' in read) code = complain(read.problem);
      else files.push({ file, text: read.text, named: pages === null });
    }
  }
  return { files, code };
}

/** The pages in a directory and all below it, by name; hidden ones, links and what is installed are left out. `null` for what is no directory. */
async function pagesIn(directory: string): Promise<readonly string[] | null> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (!entries) return null;
  const pages: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) pages.push(...((await pagesIn(path)) ?? []));
    else if (entry.isFile() && isPage(entry.name)) pages.push(path);
  }
  return pages;
}

/** Markdown and MDX hold their drawings in fences. */
export function isPage(file: string): boolean {
  return ['.md', '.mdx'].includes(extname(file).toLowerCase());
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
