import type { Element } from 'hast';
import { format, parse, renderDiagram, toHast, type Diagnostic } from '../../diagram/index.ts';
import { inWords } from '../../remark/figure.ts';

/** What the page shows of a drawing. */
export interface Reading {
  readonly picture: Element;
  readonly overview: string;
  readonly words: Element;
  /** As `plumbline fmt` writes it. */
  readonly straight: string;
  /** The picture as a file of its own. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a drawing and draws it, all in one. */
export function readDrawing(source: string): Reading {
  const diagram = parse(source);
  const options = { title: 'Your drawing', idPrefix: 'yours' };
  const { svg, outline, diagnostics } = renderDiagram(diagram, { ...options, standalone: true });
  return {
    picture: toHast(diagram, options),
    overview: outline.overview,
    words: inWords(outline, 'yours'),
    straight: format(source).text,
    file: svg,
    diagnostics,
  };
}
