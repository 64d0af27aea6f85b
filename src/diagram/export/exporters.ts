import type { Diagram } from '../model.ts';
import { toD2 } from './d2.ts';
import { toDot } from './dot.ts';
import { toDrawio } from './drawio.ts';
import { toExcalidraw } from './excalidraw.ts';
import { toJson, type ExportOptions } from './json.ts';
import { toMermaid } from './mermaid.ts';

/** A format that other tools read. */
export interface Exporter {
  /** As people call it. */
  readonly name: string;
  /** Of a file, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (diagram: Diagram, options?: ExportOptions) => string;
}

/** Every format, by the word that the command takes. Each keeps every label, group and direction; the same drawing gives the same bytes. */
export const exporters = {
  mermaid: { name: 'Mermaid', ending: 'mmd', mediaType: 'text/vnd.mermaid', write: toMermaid },
  d2: { name: 'D2', ending: 'd2', mediaType: 'text/plain', write: toD2 },
  dot: { name: 'DOT', ending: 'dot', mediaType: 'text/vnd.graphviz', write: toDot },
  drawio: { name: 'draw.io', ending: 'drawio', mediaType: 'application/vnd.jgraph.mxfile', write: toDrawio },
  excalidraw: {
    name: 'Excalidraw',
    ending: 'excalidraw',
    mediaType: 'application/vnd.excalidraw+json',
    write: toExcalidraw,
  },
  json: { name: 'JSON', ending: 'json', mediaType: 'application/json', write: toJson },
} as const satisfies Record<string, Exporter>;

export type ExportFormat = keyof typeof exporters;
