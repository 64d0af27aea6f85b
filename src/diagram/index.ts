/** The engine's only door. Text goes in; what it means, and what that looks like, comes out. Knows no files and no Markdown. */
import { checkDiagram } from './check.ts';
import { toGraph } from './graph.ts';
import type { Diagram, RenderOptions, Rendering } from './model.ts';
import { parse } from './parse.ts';
import { toOutline } from './render/words/outline.ts';
import { toSvgText } from './render/svg/svg.ts';
import { toDrawing } from './render/text/text.ts';

export type * from './model.ts';
export type { Place } from './geometry/places.ts';
export type { Rule, RuleId } from './rules.ts';
export { checkDiagram, diagnose, type CheckOptions } from './check.ts';
export { exporters, type Exporter, type ExportFormat } from './export/exporters.ts';
export { format, type Formatted } from './format/format.ts';
export { toGraph } from './graph.ts';
export { inspect, stages } from './inspect/inspect.ts';
export { parse } from './parse.ts';
export { toNotation } from './render/words/notation.ts';
export { toKey } from './render/svg/key.ts';
export { toOutline } from './render/words/outline.ts';
export { detailOf, relationsOf } from './render/words/sentences.ts';
export { toHast, toSvgText, toThumb } from './render/svg/svg.ts';
export { toText } from './render/text/text.ts';
export { rules } from './rules.ts';
export { columnsOf } from './grid/width.ts';

/** Everything that one drawing yields, in one call. Any text is a drawing: nothing throws. */
export function render(source: string, options: RenderOptions = {}): Rendering {
  return renderDiagram(parse(source), options);
}

/** The same for a drawing that has been read already. */
export function renderDiagram(diagram: Diagram, options: RenderOptions = {}): Rendering {
  return {
    svg: toSvgText(diagram, options),
    text: toDrawing(diagram),
    outline: toOutline(diagram, options),
    graph: toGraph(diagram, options),
    diagnostics: checkDiagram(diagram, options),
  };
}
