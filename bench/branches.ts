/**
 * Which branches of the engine no test takes, and why: the second half of `npm run coverage`.
 *
 * Three kinds. `compiler`: the value is never missing but for `noUncheckedIndexedAccess`; without that option the types say
 * that the branch cannot be taken. `lookup`: a `Map`, `find`, `at`, a box by its id or a match that has an answer wherever the code asks.
 * `known`: one of the few in the table below. What is left is listed, for a case, or to be taken out; it is an error.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Place {
  readonly line?: number;
  readonly column?: number;
}
interface Branch {
  readonly type: string;
  readonly loc: { readonly start: Place; readonly end: Place };
  readonly locations: readonly { readonly start: Place; readonly end: Place }[];
}
interface Covered {
  readonly branchMap: Readonly<Record<string, Branch>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const result = `${root}node_modules/.cache/coverage/coverage-final.json`;
if (!existsSync(result)) throw new Error('Run `npm run coverage`: it counts first.');
const covered = JSON.parse(readFileSync(result, 'utf8')) as Readonly<Record<string, Covered>>;

const files = Object.keys(covered);
const program = ts.createProgram(files, {
  strict: true,
  noUncheckedIndexedAccess: false,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});
const checker = program.getTypeChecker();

/** Branches that no drawing takes and that the types ask for: the file, how the code begins there, and why. */
const known: readonly (readonly [file: string, code: string, why: string])[] = [
  ['svg/cells.ts', 'cell.parent === null', 'a cell is cut out of a box'],
];

const shapes: Readonly<Record<string, (node: ts.Node) => boolean>> = {
  if: ts.isIfStatement,
  'cond-expr': ts.isConditionalExpression,
  'binary-expr': ts.isBinaryExpression,
};

let all = 0;
const missed = { compiler: 0, lookup: 0, known: 0, rest: [] as string[] };
for (const [file, { branchMap, b }] of Object.entries(covered))
  for (const [id, branch] of Object.entries(branchMap))
    for (const [arm, times] of (b[id] ?? []).entries()) {
      all++;
      if (times > 0) continue;
      const node = nodeAt(file, branch);
      const kind = node === null ? 'rest' : isKnown(file, node) ? 'known' : kindOf(node, branch, arm);
      if (kind === 'rest') missed.rest.push(say(file, branch, arm, node));
      else missed[kind]++;
    }

const count = missed.compiler + missed.lookup + missed.known + missed.rest.length;
console.log(missed.rest.join('\n'));
console.log(
  `\n${all} branches, ${all - count} taken (${((100 * (all - count)) / all).toFixed(1)} %). Not taken: ` +
    `${missed.compiler} for the compiler, ${missed.lookup} lookups that have an answer, ${missed.known} told in a table, ` +
    `${missed.rest.length} unexplained${missed.rest.length > 0 ? ', listed above' : ''}.`,
);
if (missed.rest.length > 0) process.exitCode = 1;

function isKnown(file: string, node: ts.Node): boolean {
  return known.some(([name, code]) => file.endsWith(`/${name}`) && node.getText().startsWith(code));
}

/** The expression or statement that branches: the outermost of its kind that begins nearest to where the count says. */
function nodeAt(file: string, { loc, type }: Branch): ts.Node | null {
  const source = program.getSourceFile(file);
  const fits = shapes[type];
  if (!source || !fits || loc.start.line === undefined) return null;
  const start = offsetOf(source, loc.start);
  let found: ts.Node | null = null;
  let nearest = 4;
  const visit = (node: ts.Node): void => {
    const away = Math.abs(node.getStart(source) - start);
    if (fits(node) && away < nearest) [found, nearest] = [node, away];
    if (node.pos <= start + nearest && node.end >= start - nearest) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function offsetOf(source: ts.SourceFile, { line = 1, column = 0 }: Place): number {
  return (source.getLineStarts()[line - 1] ?? 0) + column;
}

function kindOf(node: ts.Node, { type, locations }: Branch, arm: number): 'compiler' | 'lookup' | 'rest' {
  if (ts.isIfStatement(node)) return guard(node.expression, arm === 0);
  if (ts.isConditionalExpression(node)) return guard(node.condition, arm === 0);
  if (type !== 'binary-expr' || !ts.isBinaryExpression(node)) return 'rest';
  const [before, operator] = operandBefore(node, locations[arm]);
  if (before === null) return 'rest';
  if (operator === ts.SyntaxKind.QuestionQuestionToken) return missing(before);
  return guard(before, operator === ts.SyntaxKind.AmpersandAmpersandToken);
}

/** What stands before the operand that is never reached, and the operator between them. */
function operandBefore(node: ts.BinaryExpression, at: Branch['locations'][number] | undefined) {
  const source = node.getSourceFile();
  const start = offsetOf(source, at?.start ?? {});
  let found: readonly [ts.Expression | null, ts.SyntaxKind] = [null, ts.SyntaxKind.Unknown];
  const visit = (each: ts.Node): void => {
    if (ts.isBinaryExpression(each) && each.right.getStart(source) <= start && start < each.right.end)
      found = [each.left, each.operatorToken.kind];
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** Why a condition is never true, or never false. */
function guard(condition: ts.Expression, whenTrue: boolean): 'compiler' | 'lookup' | 'rest' {
  if (ts.isParenthesizedExpression(condition)) return guard(condition.expression, whenTrue);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken)
    return guard(condition.operand, !whenTrue);
  if (ts.isBinaryExpression(condition)) {
    const operator = condition.operatorToken.kind;
    const { left, right } = condition;
    if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken && isNothing(right))
      return whenTrue ? missing(left) : 'rest';
    if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken && isNothing(right))
      return whenTrue ? 'rest' : missing(left);
    const any = whenTrue ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken;
    if (operator !== any) return 'rest';
    const kinds = [guard(left, whenTrue), guard(right, whenTrue)];
    if (kinds.includes('rest')) return 'rest';
    return kinds.includes('lookup') ? 'lookup' : 'compiler';
  }
  return whenTrue ? 'rest' : missing(condition);
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || node.getText() === 'undefined';
}

/** Why a value is never missing. */
function missing(value: ts.Expression): 'compiler' | 'lookup' | 'rest' {
  const type = checker.getTypeAtLocation(value);
  const parts = type.isUnion() ? type.types : [type];
  const mayMiss = parts.some(({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null));
  const falsy = parts.some(
    ({ flags }) => flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike),
  );
  const fallback =
    ts.isBinaryExpression(value.parent) && value.parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  if (!mayMiss) return fallback || !falsy || isCompared(value) ? 'compiler' : 'rest';
  return lookedUp(value) ? 'lookup' : 'rest';
}

function isCompared(value: ts.Expression): boolean {
  return ts.isBinaryExpression(value.parent) && isNothing(value.parent.right);
}

/** Whether a value is the answer of a lookup, at once or by way of a constant. */
function lookedUp(value: ts.Expression): boolean {
  if (/(?:\.get|\.box|\.at|\.find|\.findLast|\.exec|\.match|\.pop|\.shift|\.codePointAt)\([^]*\)/.test(value.getText()))
    return true;
  if (!ts.isIdentifier(value)) return /\?\.|\[/.test(value.getText());
  const [declared] = checker.getSymbolAtLocation(value)?.declarations ?? [];
  if (!declared) return false;
  const whole = ts.isBindingElement(declared) ? declared.parent.parent : declared;
  return ts.isVariableDeclaration(whole) && whole.initializer !== undefined && lookedUp(whole.initializer);
}

function say(file: string, { type, loc }: Branch, arm: number, node: ts.Node | null): string {
  const text = (node?.getText() ?? '').replace(/\s+/g, ' ');
  const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  return `${relative(root, file)}:${loc.start.line ?? 0} ${type}, branch ${arm + 1}: ${short}`;
}
