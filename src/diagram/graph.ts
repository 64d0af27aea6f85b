import { checkDiagram } from './check.ts';
import type { Box, Diagram, Edge, GraphEdge, GraphJson, GraphNode, RenderOptions } from './model.ts';
import { idsOf } from './choices/names.ts';
import { placeOf } from './geometry/places.ts';

/**
 * The graph as plain data, as `plumbline graph` prints it. Ids are those of `idsOf`; edges are `e1`, `e2`… in the order
 * of the diagram. Lines and columns count from 1 in the drawing as given; ends are inclusive.
 */
export function toGraph(diagram: Diagram, options: Pick<RenderOptions, 'names'> = {}): GraphJson {
  const ids = idsOf(diagram, options.names);
  return {
    nodes: diagram.boxes.map((box) => graphNode(box, diagram, ids)),
    edges: diagram.edges.map((edge, index) => graphEdge(edge, `e${index + 1}`, diagram, ids)),
    captions: diagram.captions.map(({ lines }) => lines.map((line) => line.text).join('\n')),
    notes: diagram.notes,
    loose: diagram.loose.map(({ at }) => placeOf(diagram.grid, at)),
    diagnostics: checkDiagram(diagram, options),
  };
}

function graphNode(box: Box, { grid }: Diagram, ids: ReadonlyMap<string, string>): GraphNode {
  const start = placeOf(grid, { row: box.source.top, column: box.source.left });
  const end = placeOf(grid, { row: box.source.bottom, column: box.source.right });
  return {
    id: idOf(box.id, ids),
    kind: box.kind,
    text: box.text.map((line) => line.text),
    parent: box.parent === null ? null : idOf(box.parent, ids),
    source: { ...start, endLine: end.line, endColumn: end.column },
  };
}

function graphEdge(edge: Edge, id: string, { grid }: Diagram, ids: ReadonlyMap<string, string>): GraphEdge {
  const { from, to, head, label, source } = edge;
  return { id, from: idOf(from, ids), to: idOf(to, ids), head, label, source: placeOf(grid, source) };
}

function idOf(box: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(box);
  if (id === undefined) throw new Error(`The diagram names a box that it does not have: ${box}`);
  return id;
}
