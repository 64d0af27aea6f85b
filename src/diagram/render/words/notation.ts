import type { Box, BoxId, Diagram, Edge } from '../../model.ts';

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
  const listed = listing(diagram);
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

/** Each box followed by what it holds. */
function listing({ boxes }: Diagram): readonly Listed[] {
  const families = Map.groupBy(boxes, ({ parent }) => parent);
  const inside = (parent: BoxId | null, depth: number): Listed[] =>
    (families.get(parent) ?? []).map((box) => ({ box, depth })).reverse();
  const listed: Listed[] = [];
  const waiting = inside(null, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    listed.push(next);
    for (const child of inside(next.box.id, next.depth + 1)) waiting.push(child);
  }
  return listed;
}

function boxLine(box: Box): string {
  const [first = '', ...rest] = box.text.map(({ text }) => squeeze(text));
  return `${box.kind} ${quoted(first)}${rest.length > 0 ? ` with ${rest.map(quoted).join(', ')}` : ''}`;
}

/** The first line of each box, with its number where several begin alike. */
function referencesTo(boxes: readonly Box[]): ReadonlyMap<BoxId, string> {
  const seen = new Map<string, number>();
  const firstLine = (box: Box): string => squeeze(box.text[0]?.text ?? '');
  const alike = Map.groupBy(boxes, firstLine);
  return new Map(
    boxes.map((box) => {
      const line = firstLine(box);
      const number = (seen.get(line) ?? 0) + 1;
      seen.set(line, number);
      const shared = (alike.get(line)?.length ?? 0) > 1;
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
