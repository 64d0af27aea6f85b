import type { Pattern } from '../catalog/schema.ts';
import { detailOf, parse, toOutline, type OutlinePart } from '../diagram/index.ts';
import { findFences } from '../remark/fences.ts';
import { readInfoString } from '../remark/info-string.ts';
import { allParts } from '../remark/parts.ts';
import type { RowSource } from '../search/records.ts';
import { wordsOf } from './drawn-nodes.ts';

/**
 * The words inside the drawings of a page, a row for each part and for each label. The search index never sees the text of an
 * inline SVG; these rows are how "kafka" finds every pattern that draws it. A part that the page explains links to its explanation.
 */
export function drawnRows(data: Pattern, body: string): readonly RowSource[] {
  const explained = new Map(
    data.components.flatMap((row) => (row.nodes ?? [row.id]).map((node) => [node, row.id] as const)),
  );
  return findFences(body).flatMap(({ info, source }) => {
    const { options } = readInfoString(info);
    const outline = toOutline(parse(source), { names: options.names });
    const figure = options.id ?? 'diagram';
    const parts = allParts(outline.parts).map((part) => row(explained.get(part.id) ?? figure, wordsIn(part)));
    const labels = outline.connections.flatMap(({ from, to, label }) =>
      label === null ? [] : [row(figure, `${from} to ${to}: ${label}`)],
    );
    return unique([...(options.title === null ? [] : [row(figure, options.title)]), ...parts, ...labels]);
  });
}

function row(id: string, text: string): RowSource {
  return { id, kind: 'diagram', why: 'in the diagram', text };
}

/** `Event Store (Kafka): append only; ordered`. */
function wordsIn(part: OutlinePart): string {
  const { list } = detailOf(part);
  return list ? `${wordsOf(part)}: ${list}` : wordsOf(part);
}

/** Three equal servers are found once. */
function unique(rows: readonly RowSource[]): readonly RowSource[] {
  return [...new Map(rows.map((one) => [`${one.id} ${one.text}`, one])).values()];
}
