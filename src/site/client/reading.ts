import type { Element } from 'hast';
import type { Diagnostic } from '../../diagram/index.ts';
import { inWords } from '../../remark/figure.ts';
import type { Engine } from './engine.ts';

/** What the page shows of a drawing. */
export interface Reading {
  readonly picture: Element;
  readonly overview: string;
  readonly words: Element;
  readonly straight: string;
  /** The picture as a file of its own. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a drawing and draws it, all in one. */
export function readDrawing(source: string, { parse, renderDiagram, toHast }: Engine): Reading {
  const diagram = parse(source);
  const options = { title: 'Your drawing', idPrefix: 'yours' };
  const { svg, text, outline, diagnostics } = renderDiagram(diagram, { ...options, standalone: true });
  return {
    picture: toHast(diagram, options),
    overview: outline.overview,
    words: inWords(outline, 'yours'),
    straight: text,
    file: svg,
    diagnostics,
  };
}
