import type { Box, BoxId, Diagram, Edge } from '../model.ts';

/**
 * The meaning of a diagram as the test cases state it (tests/diagram/cases/README.md): boxes nested by two blanks, then
 * edges, captions, the first line of the notes and the number of loose pieces.
 *
 *     group "Orders"
 *       node "API"
 *     node "Store" with "(S3)"
 *     "API" -> "Store" : audit
 */
export function toNotation(diagram: Diagram): string {
  const listed = listing(diagram, null, 0);
  const references = referencesTo(listed.map(({ box }) => box));
  const firstNote = diagram.notes.split('\n').find((line) => line.trim() !== '');
  const lines = [
    ...listed.map(({ box, depth }) => `${'  '.repeat(depth)}${boxLine(box)}`),
    ...diagram.edges.map((edge) => edgeLine(edge, references)),
    ...diagram.captions.map(
      (caption) => `caption ${quoted(caption.lines.map(({ text }) => squeeze(text)).join(' / '))}`,
    ),
    ...(firstNote === undefined ? [] : [`notes ${quoted(squeeze(firstNote))}`]),
    ...(diagram.loose.length > 0 ? [`loose ${diagram.loose.length}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

interface Listed {
  readonly box: Box;
  readonly depth: number;
}

function listing(diagram: Diagram, parent: BoxId | null, depth: number): readonly Listed[] {
  return diagram.boxes
    .filter((box) => box.parent === parent)
    .flatMap((box) => [{ box, depth }, ...listing(diagram, box.id, depth + 1)]);
}

function boxLine(box: Box): string {
  const [first = '', ...rest] = box.text.map(({ text }) => squeeze(text));
  return `${box.kind} ${quoted(first)}${rest.length > 0 ? ` with ${rest.map(quoted).join(', ')}` : ''}`;
}

/** The first line of each box, with its number where several begin alike. */
function referencesTo(boxes: readonly Box[]): ReadonlyMap<BoxId, string> {
  const seen = new Map<string, number>();
  const firstLine = (box: Box): string => squeeze(box.text[0]?.text ?? '');
  return new Map(
    boxes.map((box) => {
      const line = firstLine(box);
      const number = (seen.get(line) ?? 0) + 1;
      seen.set(line, number);
      const shared = boxes.filter((other) => firstLine(other) === line).length > 1;
      return [box.id, quoted(shared ? `${line}#${number}` : line)];
    }),
  );
}

const arrows = { forward: '->', both: '<->', none: '--' } as const;

function edgeLine({ from, to, head, label }: Edge, references: ReadonlyMap<BoxId, string>): string {
  const words = label === null ? '' : ` : ${label.split('\n').map(squeeze).join(' / ')}`;
  return `${references.get(from) ?? quoted('?')} ${arrows[head]} ${references.get(to) ?? quoted('?')}${words}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
