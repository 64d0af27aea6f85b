import type { RuleText } from '../catalog/schema.ts';
import { rules, type Rule, type RuleId, type Severity } from '../diagram/index.ts';
import { formatFinding } from '../remark/report.ts';
import { listedFences, specimenOf, type Specimen } from './specimen.ts';

/** A page of `content/rules`. */
export interface RuleEntry {
  readonly id: string;
  readonly data: RuleText;
  readonly body?: string | undefined;
}

/** A rule of the check with all that its page shows. What it says is made from its example, so that page and check agree. */
export interface RulePage extends Omit<Rule, 'message'>, RuleText {
  readonly id: RuleId;
  readonly severityWord: string;
  /** What the severity means for the author. */
  readonly consequence: string;
  /** The sentence that the example raises. */
  readonly message: string;
  /** The same as the terminal prints it. */
  readonly printed: string;
  readonly example: Specimen;
  /** The drawing as it should be: mended by its author, or straight as `fmt` writes it. */
  readonly mended: Specimen;
  readonly mendedBy: 'author' | 'fmt';
}

/** One page for each rule, in the order of the table. Throws where a rule has no page, a page no rule, or an example does not raise its rule. */
export function rulePages(entries: readonly RuleEntry[]): readonly RulePage[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const unknown = entries.find(({ id }) => !Object.hasOwn(rules, id));
  if (unknown)
    throw new Error(`content/rules/${unknown.id}.mdx: there is no rule "${unknown.id}" in src/diagram/rules.ts.`);
  return (Object.keys(rules) as RuleId[]).map((id) => {
    const entry = byId.get(id);
    if (entry === undefined) throw new Error(`The rule "${id}" has no page: write content/rules/${id}.mdx.`);
    return pageOf(id, entry);
  });
}

const severities: Readonly<Record<Severity, { readonly severityWord: string; readonly consequence: string }>> = {
  info: { severityWord: 'Note', consequence: 'The drawing was understood and is drawn straight. Nothing stops.' },
  warning: { severityWord: 'Warning', consequence: 'The drawing is drawn, and the build prints what to look at.' },
  error: { severityWord: 'Error', consequence: 'The build stops here, and so does the check.' },
};

function pageOf(id: RuleId, { data, body = '' }: RuleEntry): RulePage {
  const { severity, about, help }: Rule = rules[id];
  const [broken, whole] = listedFences(body);
  if (broken === undefined)
    throw new Error(`content/rules/${id}.mdx has no example: write one in a listing marked md.`);
  const example = specimenOf(broken, { id: 'example', title: 'The example', escaped: data.escaped });
  const { line, column } = data.raised;
  const finding = example.findings.find((each) => each.rule === id && each.line === line && each.column === column);
  if (finding === undefined)
    throw new Error(
      `content/rules/${id}.mdx: the example does not raise its rule at ${line}:${column}, but ` +
        (example.findings.map((each) => `${each.rule} at ${each.line}:${each.column}`).join(', ') || 'nothing'),
    );
  const lines = example.written.split('\n');
  return {
    ...data,
    id,
    severity,
    about,
    help,
    ...severities[severity],
    message: finding.message,
    printed: formatFinding({ ...finding, file: '', sourceLine: lines[line - 1] ?? '' }).trimEnd(),
    example,
    mended: specimenOf(whole ?? fenced(example.straight), { id: 'mended', title: 'The example, mended' }),
    mendedBy: whole === undefined ? 'fmt' : 'author',
  };
}

function fenced(drawing: string): string {
  return `\`\`\`diagram\n${drawing.trimEnd()}\n\`\`\``;
}
