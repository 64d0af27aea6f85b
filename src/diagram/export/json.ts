import { toGraph } from '../graph.ts';
import type { Diagram, RenderOptions } from '../model.ts';

export interface ExportOptions extends RenderOptions {
  /** Where the schema of the graph JSON is published; the file then names it. */
  readonly schema?: string;
}

/** The graph as `plumbline graph` prints it. With `schema` the file names the schema that it follows. */
export function toJson(diagram: Diagram, { names, schema }: ExportOptions = {}): string {
  const graph = toGraph(diagram, { names });
  return `${JSON.stringify(schema === undefined ? graph : { $schema: schema, ...graph }, null, 2)}\n`;
}
