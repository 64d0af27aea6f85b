import type { Element } from 'hast';
import { textStyles, textWidth, type TextStyle } from '../../../src/diagram/render/picture/metrics.ts';
import { classesOf, dOf, extentOf, piecesOf, stepsOf, textOf, withClass, type Place } from './drawn.ts';

export type Frame = ReturnType<typeof extentOf>;

/** A line of writing, the room that it takes, and the inside of the border of the box that it stands in. */
export interface Writing {
  readonly text: string;
  readonly frame: Frame;
  readonly home: Frame | null;
}

/** A drawing as it was measured: by the tables of advances, or by a browser. */
export interface Measured {
  readonly writing: readonly Writing[];
  /** The `d` of what is drawn, by its class; wires and heads of lines only, not those inside a box, and no heads of lines that arrive nowhere. */
  readonly paths: Readonly<Record<PathClass, readonly string[]>>;
  readonly icons: readonly Frame[];
  /** Writing that a line may point at, because it has no border. */
  readonly bare: readonly Frame[];
}

export const pathClasses = ['d-wire', 'd-life', 'd-head', 'd-line', 'd-border', 'd-panel', 'd-body'] as const;
export type PathClass = (typeof pathClasses)[number];

/**
 * What is wrong with a drawing, a sentence each: writing that leaves its box or touches a line, a border, an icon, a head or
 * other writing; lines that slant, run through a box or over each other; heads that touch nothing.
 */
export function faultsIn(measured: Measured): readonly string[] {
  return [
    ...escapes(measured),
    ...touches(measured),
    ...overlaps(measured),
    ...crookedLines(measured),
    ...headsInTheAir(measured),
  ];
}

/** The same for a tree, measured in the widest face that the tables know. */
export function faultsOf(drawn: Element): readonly string[] {
  return faultsIn(measuredOf(drawn));
}

function measuredOf(drawn: Element): Measured {
  const lines = withClass(drawn, 'd-edge').filter((edge) => !classesOf(edge.properties.className).includes('d-life'));
  const paths = (within: readonly Element[], name: string): readonly string[] =>
    within.flatMap((element) => withClass(element, name).filter(({ tagName }) => tagName === 'path')).map(dOf);
  const bare = withClass(drawn, 'd-node').filter((node) => wallOf(node) === null);
  return {
    writing: writingOf(drawn, null),
    paths: {
      'd-wire': paths(lines, 'd-wire'),
      'd-life': paths(withClass(drawn, 'd-life'), 'd-wire'),
      'd-head': paths(
        lines.filter((edge) => !classesOf(edge.properties.className).includes('d-stray')),
        'd-head',
      ),
      'd-line': paths([drawn], 'd-line'),
      'd-border': paths([drawn], 'd-border'),
      'd-panel': paths([drawn], 'd-panel'),
      'd-body': paths([drawn], 'd-body'),
    },
    icons: withClass(drawn, 'd-icon').map(iconFrame),
    bare: bare.flatMap((node) => writingOf(node, null)).map(({ frame }) => frame),
  };
}

function writingOf(element: Element, home: Frame | null): readonly Writing[] {
  return element.children.flatMap((child): readonly Writing[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'text') return [{ text: textOf(child), frame: frameOfText(child), home }];
    return writingOf(child, wallOf(child) ?? home);
  });
}

/** The border of a node or group; `null` for what has none of its own. */
function wallOf(element: Element): Frame | null {
  const own = element.children.find(
    (child): child is Element =>
      child.type === 'element' &&
      classesOf(child.properties.className).some((name) => name === 'd-border' || name === 'd-panel'),
  );
  return own ? grown(extentOf(dOf(own)), -1) : null;
}

/** Room that a line of writing takes above and below its baseline, in parts of its size: no face takes more. */
const above = 0.97;
const below = 0.25;

function frameOfText(text: Element): Frame {
  const classes = classesOf(text.properties.className);
  const style = styleOf(classes);
  const width = textWidth(textOf(text), style);
  const x = Number(text.properties.x);
  const y = Number(text.properties.y);
  const left = classes.includes('d-mid') ? x - width / 2 : text.properties.textAnchor === 'end' ? x - width : x;
  return { left, right: left + width, top: y - above * style.size, bottom: y + below * style.size };
}

function styleOf(classes: readonly string[]): TextStyle {
  if (classes.includes('d-label')) return textStyles.label;
  if (classes.includes('d-caps')) return textStyles.caps;
  if (classes.includes('d-grouptitle')) return textStyles.groupTitle;
  return classes.includes('d-title') ? textStyles.title : textStyles.item;
}

function iconFrame(path: Element): Frame {
  const [x = 0, y = 0] = [...String(path.properties.transform).matchAll(/-?[\d.]+/g)].map(Number);
  return { left: x + 1, right: x + 17, top: y + 1, bottom: y + 17 };
}

export function grown({ left, top, right, bottom }: Frame, by: number): Frame {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function escapes({ writing }: Measured): readonly string[] {
  return writing
    .filter(
      ({ frame, home }) =>
        home !== null &&
        (frame.left < home.left || frame.right > home.right || frame.top < home.top || frame.bottom > home.bottom),
    )
    .map(({ text }) => `"${text}" leaves its box`);
}

function touches({ writing, paths, icons }: Measured): readonly string[] {
  const drawn = (['d-wire', 'd-life', 'd-line', 'd-border', 'd-panel'] as const).flatMap((name) =>
    paths[name].flatMap(framesOf).map((frame) => ({ what: name, frame })),
  );
  const heads = paths['d-head'].flatMap(tipsOf).map(({ x, y }) => ({
    what: 'd-head',
    frame: { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 },
  }));
  const obstacles = [...drawn, ...heads, ...icons.map((frame) => ({ what: 'd-icon', frame }))];
  const crossed = icons.flatMap((icon) =>
    drawn.filter(({ what, frame }) => what === 'd-wire' && meet(icon, frame)).map(() => 'a line runs over an icon'),
  );
  const touched = writing.flatMap(({ text, frame }) =>
    obstacles.filter((each) => meet(frame, each.frame)).map(({ what }) => `"${text}" touches a ${what.slice(2)}`),
  );
  return [...new Set([...touched, ...crossed])];
}

/** The pieces of a path that are drawn, as frames without breadth; curves in short straight pieces. */
function framesOf(d: string): readonly Frame[] {
  return stepsOf(d)
    .filter(({ command }) => !/^m$/i.test(command))
    .flatMap(piecesOf)
    .map(({ from, to }) => around(from, to));
}

function around(from: Place, to: Place): Frame {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

/** Whether two frames share more than an edge; one of them may be a line. */
function meet(one: Frame, other: Frame): boolean {
  const within = (low: number, high: number, from: number, to: number): boolean =>
    from === to ? from > low && from < high : low < to && from < high;
  return within(one.left, one.right, other.left, other.right) && within(one.top, one.bottom, other.top, other.bottom);
}

function overlaps({ writing }: Measured): readonly string[] {
  return writing.flatMap((one, index) =>
    writing
      .slice(index + 1)
      .filter((other) => meet(one.frame, other.frame))
      .map((other) => `"${one.text}" touches "${other.text}"`),
  );
}

interface Run extends Frame {
  readonly net: number;
  readonly level: boolean;
}

function crookedLines({ paths }: Measured): readonly string[] {
  const slanted = paths['d-wire'].flatMap((d) => stepsOf(d).filter(({ command }) => command === 'l'));
  const runs = paths['d-wire'].flatMap((d, net) =>
    stepsOf(d)
      .filter(({ command }) => command === 'h' || command === 'v')
      .map(({ command, from, to }): Run => ({ ...around(from, to), net, level: command === 'h' })),
  );
  const bodies = paths['d-body'].map((d) => grown(extentOf(d), -2));
  const through = runs.flatMap((run) => bodies.filter((body) => meet(body, run)));
  const doubled = runs.flatMap((run, index) => runs.slice(index + 1).filter((other) => runOver(run, other)));
  return [
    ...slanted.map(({ from }) => `a line slants at ${from.x},${from.y}`),
    ...through.map(({ left, top }) => `a line runs through the box at ${left},${top}`),
    ...doubled.map(({ left, top }) => `two lines run over each other at ${left},${top}`),
  ];
}

function runOver(one: Run, other: Run): boolean {
  if (other.net === one.net || other.level !== one.level) return false;
  const along = one.level
    ? Math.min(one.right, other.right) - Math.max(one.left, other.left)
    : Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const apart = one.level ? Math.abs(one.top - other.top) : Math.abs(one.left - other.left);
  return along > 1 && apart < 3;
}

/** How far the tip of a head may be from what it points at. */
const touching = 1;

/** Words have no border: they are touched in the room that they would take in the widest face, and a little air. */
function reachOf(words: Frame): Frame {
  const wide = (words.right - words.left) / 4;
  const { left, top, right, bottom } = grown(words, 9);
  return { left: left - wide, top, right: right + wide, bottom };
}

function headsInTheAir({ paths, bare }: Measured): readonly string[] {
  const walls = (['d-border', 'd-panel', 'd-line', 'd-life'] as const)
    .flatMap((name) => paths[name])
    .flatMap((d) => stepsOf(d).filter(({ command }) => !/^m$/i.test(command)))
    .flatMap(piecesOf);
  const words = bare.map(reachOf);
  return paths['d-head']
    .flatMap(tipsOf)
    .filter((tip) => !walls.some((wall) => distance(tip, wall.from, wall.to) <= touching))
    .filter(({ x, y }) => !words.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom))
    .map(({ x, y }) => `the head at ${x},${y} touches nothing`);
}

/** A head begins with a move to its tip and goes on with a slanted line; a dot goes on with an arc. */
function tipsOf(d: string): readonly Place[] {
  return stepsOf(d).flatMap(({ command, to }, index, all) =>
    /^m$/i.test(command) && all[index + 1]?.command === 'l' ? [to] : [],
  );
}

function distance({ x, y }: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx ** 2 + dy ** 2;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy);
}
