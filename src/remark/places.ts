import { readFileSync } from 'node:fs';
import type { Code } from 'mdast';
import type { VFile } from 'vfile';
import { columnsOf, rules, type Diagnostic, type Rule, type RuleId } from '../diagram/index.ts';
import type { Finding } from './report.ts';

/**
 * Turns the places of a drawing, which count from its first line, into places of the file that the fence stands in: also
 * when the fence is indented or in a list. What is about options is where they stand in the info string.
 */
export function placeFindings(diagnostics: readonly Diagnostic[], fence: Code, file: VFile): readonly Finding[] {
  const lines = linesOf(file);
  const drawn = fence.value.split(/\r\n|\n|\r/);
  const start = fence.position?.start ?? { line: 1, column: 1 };
  const before = columnsOf(openingOf(fence, file)?.before ?? '');
  const above = linesCutOff(file);
  return diagnostics.map((diagnostic) => {
    const rule: Rule | undefined = rules[diagnostic.rule as RuleId];
    const onFence = rule?.about === 'options' || fence.value === '';
    const line = onFence ? start.line : start.line + diagnostic.line;
    const sourceLine = lines[line - 1] ?? '';
    const indent = onFence ? 0 : indentOf(sourceLine, drawn[diagnostic.line - 1] ?? '');
    const offset = rule?.about === 'options' ? before : onFence ? start.column - 1 : indent;
    return {
      ...diagnostic,
      file: file.path ?? '',
      line: line + above,
      column: diagnostic.column + offset,
      sourceLine,
      indent,
    };
  });
}

/** The info string as it is written: Markdown takes the backslashes out of it, which keep quotes inside quotes. */
export function infoOf(fence: Code, file: VFile): string {
  return openingOf(fence, file)?.info ?? fence.meta ?? '';
}

/** The first line of a fence: what stands before its info string, and the info string. `null` for a fence that was made, not read. */
function openingOf(fence: Code, file: VFile): { readonly before: string; readonly info: string } | null {
  const start = fence.position?.start;
  const line = start && linesOf(file)[start.line - 1];
  const opening = line
    ?.slice(start?.column === undefined ? 0 : start.column - 1)
    .match(/^(?:`{3,}|~{3,})\s*diagram\s*/);
  if (!start || !line || !opening) return null;
  const at = start.column - 1 + opening[0].length;
  return { before: line.slice(0, at), info: line.slice(at).trimEnd() };
}

function linesOf(file: VFile): readonly string[] {
  return String(file).split(/\r\n|\n|\r/);
}

/** How far a line of the drawing stands from the edge of the file. */
function indentOf(sourceLine: string, drawn: string): number {
  return sourceLine.endsWith(drawn) ? sourceLine.length - drawn.length : 0;
}

/** Lines that stand in the file and not in the text that was handed over: Astro takes the front matter off a `.md` file. */
function linesCutOff(file: VFile): number {
  if (!('astro' in file.data) || !file.path?.endsWith('.md')) return 0;
  try {
    const whole = readFileSync(file.path, 'utf8').replace(/\r\n/g, '\n');
    const at = whole.lastIndexOf(String(file).replace(/\r\n/g, '\n').trimEnd());
    return at === -1 ? 0 : whole.slice(0, at).split('\n').length - 1;
  } catch {
    return 0;
  }
}
