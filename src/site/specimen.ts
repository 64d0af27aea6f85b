import { toHtml } from 'hast-util-to-html';
import {
  checkDiagram,
  columnsOf,
  format,
  parse,
  rules,
  toOutline,
  toSvgText,
  type Diagnostic,
  type KindTable,
  type Rule,
  type RuleId,
} from '../diagram/index.ts';
import { partList } from '../remark/figure.ts';
import { findFences, type Fence } from '../remark/fences.ts';
import { readInfoString } from '../remark/info-string.ts';

/** A drawing that is shown beside its picture. Picture and words are HTML. */
export interface Specimen {
  /** The drawing as its author typed it. */
  readonly source: string;
  /** As it is shown: the drawing, or the whole fence where there is something to see in its first line. */
  readonly written: string;
  readonly picture: string;
  readonly overview: string;
  readonly words: string;
  /** What the check says of the fence and the drawing. Places count in what is written. */
  readonly findings: readonly Diagnostic[];
  /** The same drawing as `plumbline fmt` writes it. */
  readonly straight: string;
}

export interface SpecimenOptions {
  /** Begins every id of the picture and of the words. */
  readonly id: string;
  readonly title: string;
  readonly kinds?: KindTable;
  /** `\u{7}` in the drawing stands for a character that no file should have. */
  readonly escaped?: boolean;
}

/** Draws the text of a `diagram` fence. */
export function specimenOf(written: string, { id, title, kinds, escaped = false }: SpecimenOptions): Specimen {
  const [fence] = findFences(written);
  if (fence === undefined) throw new Error(`The drawing "${id}" is not in a fence marked diagram: ${written}`);
  const { options, diagnostics, entryAt } = readInfoString(fence.info);
  const diagram = parse(escaped ? unescaped(fence.source) : fence.source);
  const rendering = { ...options, title: options.title ?? title, idPrefix: id, ...(kinds && { kinds }) };
  const outline = toOutline(diagram, rendering);
  const findings = [...diagnostics, ...checkDiagram(diagram, { ...options, entryAt })];
  return {
    source: fence.source,
    written: fence.info === '' && fence.source.trim() !== '' ? fence.source : written,
    picture: toSvgText(diagram, rendering),
    overview: outline.overview,
    words: toHtml(partList(outline.parts, id)),
    findings: findings.map((finding) => placed(finding, fence)),
    straight: format(fence.source).text,
  };
}

/**
 * The fences that a page shows and does not draw: those in its `md` listings. So no check and no `fmt` mends an example that is
 * crooked on purpose.
 *
 *     ````md
 *     ```diagram          what is returned
 *     ```
 *     ````
 */
export function listedFences(body: string): readonly string[] {
  return [...body.matchAll(/^(`{4,})md\n([^]*?)\n\1$/gm)].map(([, , fence = '']) => fence);
}

function unescaped(source: string): string {
  return source.replace(/\\u\{([0-9a-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

/** Options are blamed where they stand in the first line of the fence. */
function placed(finding: Diagnostic, { before }: Fence): Diagnostic {
  const { about }: Rule = rules[finding.rule as RuleId];
  return about === 'options' ? { ...finding, column: finding.column + columnsOf(before) } : finding;
}
