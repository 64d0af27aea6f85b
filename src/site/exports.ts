import {
  exporters,
  parse,
  toSvgText,
  toText,
  type Diagram,
  type KindTable,
  type RenderOptions,
} from '../diagram/index.ts';
import { findFences } from '../remark/fences.ts';
import { identityOf } from '../remark/identity.ts';
import type { FileLink } from '../remark/index.ts';
import { readInfoString } from '../remark/info-string.ts';

interface Format {
  readonly name: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (diagram: Diagram, options: RenderOptions) => string;
}

/** Where the schema of the graph JSON stands, seen from a file beside a page of a pattern. */
const schema = '../../schema/graph.json';

/** Every format in which a page offers its drawings. */
const formats: readonly Format[] = [
  {
    name: 'SVG',
    ending: 'svg',
    mediaType: 'image/svg+xml',
    write: (diagram, options) => toSvgText(diagram, { ...options, standalone: true }),
  },
  { name: 'Text', ending: 'txt', mediaType: 'text/plain', write: (diagram) => toText(diagram) },
  ...Object.values(exporters).map(({ name, ending, mediaType, write }) => ({
    name,
    ending,
    mediaType,
    write: (diagram: Diagram, options: RenderOptions) => write(diagram, { ...options, schema }),
  })),
];

/** What a drawing of a pattern can be taken along as: the files stand beside its page. Drawings of other pages have none. */
export function fileLinks(page: string, id: string): readonly FileLink[] {
  if (!/[\\/]content[\\/]patterns[\\/]/.test(page)) return [];
  return formats.map(({ name, ending }) => ({ name, href: `${id}.${ending}` }));
}

/** Whether a path is that of such a file. */
export function isFileLink(path: string): boolean {
  const ending = /\/patterns\/[^/]+\/[^/]+\.(\w+)$/.exec(path)?.[1];
  return formats.some((format) => format.ending === ending);
}

/** A file beside the page of a pattern. */
export interface DrawingFile {
  readonly id: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly content: string;
}

/** All files of all drawings of a page. */
export function drawingFiles(body: string, kinds: KindTable): readonly DrawingFile[] {
  const taken: string[] = [];
  return findFences(body).flatMap(({ info, source }) => {
    const { options } = readInfoString(info);
    const diagram = parse(source);
    const { id, title } = identityOf(diagram, options, taken);
    taken.push(id);
    return formats.map(({ ending, mediaType, write }) => ({
      id,
      ending,
      mediaType,
      content: write(diagram, { ...options, title, kinds, idPrefix: id }),
    }));
  });
}
