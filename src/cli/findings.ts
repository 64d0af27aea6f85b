import { checkDiagram, columnsOf, parse, rules, type Diagnostic, type Rule, type RuleId } from '../diagram/index.ts';
import type { Finding } from '../remark/report.ts';
import type { Drawing } from './drawings.ts';

/** Everything odd about a drawing and its info string, with places in its file. */
export function findingsIn(drawing: Drawing): readonly Finding[] {
  const { fence } = drawing;
  const found = checkDiagram(parse(drawing.source), { ...fence?.options, entryAt: fence?.entryAt });
  return [...(fence?.diagnostics ?? []), ...found].map((diagnostic) => placed(diagnostic, drawing));
}

function placed(diagnostic: Diagnostic, { file, fence, lines }: Drawing): Finding {
  const { about }: Rule = rules[diagnostic.rule as RuleId];
  const finding = (line: number, column: number, indent: number): Finding => {
    return { ...diagnostic, file, line, column, indent, sourceLine: lines[line - 1] ?? '' };
  };
  const { line, column } = diagnostic;
  if (fence === null) return finding(line, column, 0);
  if (about === 'options') return finding(fence.line, column + columnsOf(fence.before), 0);
  const indent = fence.offsets[line - 1] ?? 0;
  return finding(fence.line + line, column + indent, indent);
}
