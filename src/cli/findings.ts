import { checkDiagram, parse, rules, type Diagnostic, type Rule, type RuleId } from '../diagram/index.ts';
import type { Finding } from '../remark/report.ts';
import type { Drawing } from './drawings.ts';

/** Everything odd about a drawing and its info string, with places in its file. */
export function findingsIn(drawing: Drawing): readonly Finding[] {
  const { fence } = drawing;
  const found = checkDiagram(parse(drawing.source), { names: fence?.options.names });
  return [...(fence?.diagnostics ?? []), ...found].map((diagnostic) => placed(diagnostic, drawing));
}

function placed(diagnostic: Diagnostic, { file, fence, lines }: Drawing): Finding {
  const rule: Rule = rules[diagnostic.rule as RuleId];
  const onFence = fence !== null && rule.about === 'options';
  const line = fence === null ? diagnostic.line : onFence ? fence.line : fence.line + diagnostic.line;
  const offset = fence === null || onFence ? 0 : (fence.offsets[diagnostic.line - 1] ?? 0);
  return { ...diagnostic, file, line, column: diagnostic.column + offset, sourceLine: lines[line - 1] ?? '' };
}
