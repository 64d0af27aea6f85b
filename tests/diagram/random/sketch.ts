import type { Rect } from './canvas.ts';
import { drawScene } from './draw.ts';
import { drawGaps } from './gaps.ts';
import { placeBody, type Part, type Placed } from './layout.ts';
import type { Link } from './links.ts';
import { withoutCells, type Plan } from './plan.ts';
import { createScene, type Scene } from './scene.ts';
import { sizeBody } from './sizes.ts';
import { drawTail } from './tails.ts';
import { turnScene, type Turn } from './turn.ts';
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
  const { scene, parts, links, uprights } = layOut(plan);
  const canvas = drawScene(scene, plan.look, plan.heads);
  // above a tree a caption would be one more row of words
  const first = scene.frames.find(({ rect, box }) => rect.top === 1 && box.kind !== 'tree');
  const captioned = plan.caption && first !== undefined;
  if (captioned) canvas.write({ row: 0, column: first.rect.left }, caption);
  const rows = [
    ...canvas.toRows(),
    ...(plan.notes ? notes.map((row) => `${' '.repeat(plan.indent)}${row}`.trimEnd()) : []),
  ];
  return {
    drawing: rows.join('\n'),
    meaning: stateMeaning(parts, links, { ...plan, caption: captioned }),
    rects: scene.frames.filter(({ box }) => box.kind !== 'tree').map(({ rect }) => rect),
    uprights,
  };
}

/** A layout that was turned, what it means, and where each part stands by its name. */
export interface TurnedSketch {
  readonly drawing: string;
  readonly meaning: string;
  readonly places: ReadonlyMap<string, Rect>;
}

/** The same plan with its layout turned. Captions, notes and cells have one way to stand, and are left out. */
export function drawTurned(plan: Plan, turn: Turn): TurnedSketch {
  const plain = { ...plan, caption: false, notes: false, body: withoutCells(plan.body) };
  const { scene, parts, links } = layOut(plain);
  const turned = turnScene(scene, turn);
  return {
    drawing: drawScene(turned, plan.look, plan.heads).toRows().join('\n'),
    meaning: stateMeaning(parts, links, plain),
    places: new Map(turned.frames.map(({ part, rect }) => [part, rect])),
  };
}

interface LaidOut {
  readonly scene: Scene;
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  readonly uprights: readonly Upright[];
}

/** Gives all that a plan holds its place. A caption has the row above. */
export function layOut(plan: Plan): LaidOut {
  const scene = createScene();
  const links: Link[] = [];
  const placed: Placed = { frames: scene.frames, parts: [], links, bodies: [] };
  placeBody(sizeBody(plan.body, createWords(plan.words)), plan.caption ? 1 : 0, plan.indent, Infinity, null, placed);
  const uprights: Upright[] = [];
  for (const { bands, right } of placed.bodies)
    bands.forEach((band, index) => {
      const zone = drawZone(scene, band, bands[index + 1], right, plan.look);
      links.push(...drawGaps(scene, band), ...drawTail(scene, band), ...zone.links);
      uprights.push(...zone.uprights);
    });
  const tails = scene.tails.map(({ words }): Part => ({ kind: 'node', text: [words], parent: null }));
  return { scene, parts: [...placed.parts, ...tails], links, uprights };
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
