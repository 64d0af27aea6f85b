import { createCanvas, type Rect } from './canvas.ts';
import { drawGaps, drawTail, type Link } from './gaps.ts';
import { placeBody, type Part, type Placed } from './layout.ts';
import type { Plan } from './plan.ts';
import { sizeBody } from './sizes.ts';
import { createWords } from './words.ts';
import type { Upright } from './uprights.ts';
import { drawZone } from './zones.ts';

/** A drawing and what it means, in the notation of the cases, so that a failure can be pasted as one. */
export interface Sketch {
  readonly drawing: string;
  readonly meaning: string;
  /** The borders of all boxes and the upright lines, for those who want to spoil them. */
  readonly rects: readonly Rect[];
  readonly uprights: readonly Upright[];
}

const caption = 'Overview:';
const notes = ['', 'Remarks:', '- drawn by chance', '- read on purpose'];

export function drawPlan(plan: Plan): Sketch {
  const canvas = createCanvas(plan.look, plan.heads);
  const placed: Placed = { parts: [], rects: [], bodies: [] };
  const body = sizeBody(plan.body, createWords());
  placeBody(canvas, body, plan.caption ? 1 : 0, 0, Infinity, null, placed);
  const first = placed.bodies.at(-1)?.bands[0]?.boxes[0];
  if (plan.caption && first) canvas.write({ row: 0, column: first.rect.left }, caption);

  const links: Link[] = [];
  const uprights: Upright[] = [];
  const tails: Part[] = [];
  for (const { bands, right } of placed.bodies)
    bands.forEach((band, index) => {
      const zone = drawZone(canvas, band, bands[index + 1], right, plan.look);
      links.push(...drawGaps(canvas, band, plan.look), ...drawTail(canvas, band), ...zone.links);
      uprights.push(...zone.uprights);
      if (band.band.tail !== null) tails.push({ kind: 'node', text: [band.band.tail], parent: null });
    });

  const rows = [...canvas.toRows(), ...(plan.notes ? notes : [])];
  return {
    drawing: rows.join('\n'),
    meaning: stateMeaning([...placed.parts, ...tails], links, plan),
    rects: placed.rects,
    uprights,
  };
}

function stateMeaning(parts: readonly Part[], links: readonly Link[], plan: Plan): string {
  const arrows = { forward: '->', both: '<->', none: '--' } as const;
  return [
    ...parts.map((part) => stateBox(part, depthOf(part, parts))),
    ...links.map(
      ({ from, to, head, label }) => `"${from}" ${arrows[head]} "${to}"${label === null ? '' : ` : ${label}`}`,
    ),
    ...(plan.caption ? [`caption "${caption}"`] : []),
    ...(plan.notes ? [`notes "${notes[1]}"`] : []),
  ].join('\n');
}

function stateBox({ kind, text: [title = '', ...rest] }: Part, depth: number): string {
  const more = rest.length === 0 ? '' : ` with ${rest.map((line) => `"${line}"`).join(', ')}`;
  return `${'  '.repeat(depth)}${kind} "${title}"${more}`;
}

function depthOf(part: Part, parts: readonly Part[]): number {
  const parent = parts.find(({ text }) => text[0] === part.parent);
  return parent ? 1 + depthOf(parent, parts) : 0;
}
