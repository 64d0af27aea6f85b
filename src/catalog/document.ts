import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';

/** A file of the content with its name as messages tell it. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** The YAML of a file, and where in the file each of its values stands. */
export interface ContentDocument {
  readonly file: string;
  readonly value: unknown;
  /** What keeps it from being read at all. */
  readonly problems: readonly Problem[];
  /** The line of the value at a path, counted from 1; of a value that is missing, the line of what should hold it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** A whole file of YAML. */
export function readYaml({ file, text }: SourceFile): ContentDocument {
  return readDocument(file, text, 0);
}

/**
 * The front matter of a Markdown file.
 *
 *     ---            line 1
 *     id: p004       line 2: the first of the YAML
 *     ---
 */
export function readFrontMatter({ file, text }: SourceFile): ContentDocument {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match?.[1] !== undefined) return readDocument(file, match[1], 1);
  const problem = { file, line: 1, field: 'front matter', found: 'none', allowed: 'YAML between two lines of ---' };
  return { file, value: undefined, problems: [problem], lineOf: () => 1 };
}

function readDocument(file: string, text: string, linesBefore: number): ContentDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + linesBefore;
  const problems = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    field: 'YAML',
    found: error.message,
    allowed: 'well-formed YAML, each key once',
  }));
  return {
    file,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** Where the value at a path begins; where there is none, its nearest holder. A key counts as the place of its value. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(holder)) {
      const pair = holder.items.find((item) => String(item.key) === String(key));
      const at = (pair?.key as { range?: readonly number[] } | undefined)?.range?.[0];
      if (at !== undefined) return at;
    }
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
