import type { RenderOptions } from '../diagram/index.ts';
import { findFences, type Fence } from '../remark/fences.ts';
import { readInfoString, type InfoString } from '../remark/info-string.ts';
import { remark, type Asked } from './command.ts';
import { isPage, readFiles, type ReadOptions, type TextFile } from './files.ts';

/** A drawing to work on, from a file of its own, from a fence, or from standard input. */
export interface Drawing {
  /** `''` for standard input. */
  readonly file: string;
  readonly source: string;
  /** The fence it comes from; `null` for a file of its own. */
  readonly fence: (InfoString & Pick<Fence, 'line' | 'before' | 'offsets'>) | null;
  /** The whole file, for showing lines of it. */
  readonly lines: readonly string[];
}

export interface Drawings {
  readonly drawings: readonly Drawing[];
  /** 2 when a file could not be read, which has been said. */
  readonly code: number;
  /** More than one file is named, or a page: each drawing then says where it comes from. */
  readonly several: boolean;
}

/** All drawings that a command is given. A page that was named and has none is no mistake, and is said. */
export async function readDrawings(
  asked: Pick<Asked, 'command' | 'words'>,
  { directories = false }: ReadOptions = {},
): Promise<Drawings> {
  const { files, code } = await readFiles(asked, { directories });
  const drawings: Drawing[] = [];
  for (const file of files) {
    const found = drawingsIn(file);
    if (found.length === 0 && file.named) remark(`${file.file} has no fence marked diagram.`);
    drawings.push(...found);
  }
  return { drawings, code, several: asked.words.length > 1 || drawings.some(({ fence }) => fence !== null) };
}

/** Of a page every fence that is marked `diagram`; any other file is one drawing. */
export function drawingsIn({ file, text }: Pick<TextFile, 'file' | 'text'>): readonly Drawing[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const label = file === '-' ? '' : file;
  if (!isPage(file)) return [{ file: label, source: text, fence: null, lines }];
  return findFences(text).map(({ info, source, ...place }) => ({
    file: label,
    source,
    fence: { ...readInfoString(info), ...place },
    lines,
  }));
}

/** What the author says of a drawing in the info string of its fence. */
export function renderOptionsOf({ fence }: Drawing): RenderOptions {
  const { title, id, names, kindOf, links, emphasis } = fence?.options ?? {};
  return { title: title ?? undefined, idPrefix: id ?? undefined, names, kindOf, links, emphasis };
}
