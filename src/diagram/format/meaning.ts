import type { Diagram, Owner } from '../model.ts';

/** What differs between two drawings that should mean the same; `null` when nothing does. */
export function differenceOf(before: Diagram, after: Diagram): string | null {
  for (const [name, of] of parts) if (of(before) !== of(after)) return name;
  return null;
}

const parts: readonly (readonly [name: string, of: (diagram: Diagram) => string])[] = [
  [
    'its words',
    ({ grid, owners }) =>
      grid.cells
        .map((row, at) => writtenOn(row, owners[at] ?? []))
        .join('\n')
        .trimEnd(),
  ],
  [
    'its boxes',
    ({ boxes }) =>
      JSON.stringify(boxes.map(({ id, kind, parent, text }) => [id, kind, parent, text.map((line) => line.text)])),
  ],
  [
    'its connections',
    // in any order: the first one may begin where the second did
    ({ edges }) =>
      JSON.stringify(edges.map(({ from, to, head, label }) => JSON.stringify([from, to, head, label])).sort()),
  ],
  ['its captions', ({ captions }) => JSON.stringify(captions.map(({ lines }) => lines.map(({ text }) => text)))],
  ['its notes', ({ notes }) => notes],
  ['its loose ends', ({ loose }) => JSON.stringify(loose.map(({ kind, box }) => [kind, box]))],
];

function writtenOn(row: readonly string[], owners: readonly (Owner | null)[]): string {
  return row
    .filter((_, column) => {
      const owner = owners[column];
      return owner === 'text' || owner === 'label' || owner === 'caption' || owner === 'note';
    })
    .join('');
}
