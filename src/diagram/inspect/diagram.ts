import type { Diagram, Owner } from '../model.ts';
import { titleOf } from '../choices/names.ts';
import type { Stages } from '../parse.ts';
import { along, at, borderOf, counted, markOf, openMarks, within, type View } from './sheet.ts';

const ownerMarks: Readonly<Record<Owner, string>> = {
  border: 'b',
  divider: 'd',
  edge: 'e',
  label: 'l',
  text: 't',
  caption: 'c',
  note: 'n',
  loose: '?',
};

/** The one owner of each cell that is not blank. */
export function ownersView({ diagram }: Stages): View {
  const marks = openMarks('blank');
  const counts = new Map<Owner, number>();
  diagram.owners.forEach((owners, row) => {
    owners.forEach((owner, column) => {
      if (owner === null) return;
      marks.set(row, column, ownerMarks[owner]);
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    });
  });
  return {
    marks,
    values: Object.entries(ownerMarks).flatMap(([owner, mark]) => {
      const number = counts.get(owner as Owner);
      return number === undefined ? [] : [`${mark} ${counted(number, `${owner} cell`)}`];
    }),
  };
}

/** The finished diagram: borders numbered as the boxes are, in the drawing as given. */
export function diagramView({ grid, diagram }: Stages): View {
  const marks = openMarks('drawn');
  diagram.boxes.forEach(({ shape, source }, index) => {
    if (shape === 'words') return;
    for (const { row, column } of borderOf(source))
      if (ownerAt(diagram, row, column) === 'border') marks.set(row, column, markOf(index));
  });
  return { marks, values: [...boxLines(diagram), ...lineLines(diagram), ...restLines(diagram)] };

  function boxLines({ boxes }: Diagram): readonly string[] {
    const number = new Map(boxes.map(({ id }, index) => [id, markOf(index)]));
    return [
      counted(boxes.length, 'box'),
      ...boxes.map((box, index) =>
        [
          `${markOf(index)} ${box.id} ${box.kind}, ${box.shape}, ${within(grid, box.source)}, "${titleOf(box)}"`,
          ...(box.parent === null ? [] : [`in ${number.get(box.parent) ?? ''}`]),
        ].join('; '),
      ),
    ];
  }

  function lineLines({ edges, labels }: Diagram): readonly string[] {
    return [
      counted(edges.length, 'edge'),
      ...edges.map(
        ({ id, from, to, head, label, net, source }) =>
          `${id} ${from} ${arrows[head]} ${to}${label === null ? '' : ` ${JSON.stringify(label)}`}; ${net}, ${at(grid, source)}`,
      ),
      counted(labels.length, 'label'),
      ...labels.map(
        ({ lines, placement, net, edges: on }) =>
          `${lines.map(({ span }) => along(grid, span)).join(', ')} ${placement} ${net}: ${on.join(', ')}`,
      ),
    ];
  }

  function restLines({ captions, noteSpans, loose, repairs, doubts }: Diagram): readonly string[] {
    return [
      ...captions.map(({ lines }) => `caption ${JSON.stringify(lines.map(({ text }) => text).join(' '))}`),
      ...noteSpans.map((span) => `note ${along(grid, span)}`),
      ...loose.map(({ at: point, kind }) => `${at(grid, point)} loose: ${kind}`),
      ...repairs.map(({ at: point, kind, box, detail }) => `${at(grid, point)} mended: ${kind}, ${box}, ${detail}`),
      ...doubts.map(({ at: point, kind, taken }) => `${at(grid, point)} in doubt: ${kind}, ${taken}`),
    ];
  }
}

const arrows = { forward: '──►', both: '◄─►', none: '───' } as const;

function ownerAt({ owners }: Diagram, row: number, column: number) {
  return owners[row]?.[column] ?? null;
}
