import type { Element } from 'hast';
import { textStyles, textWidth, type TextStyle } from '../../../src/diagram/render/metrics.ts';
import { classesOf, distanceToBorder, dOf, extentOf, headTips, piecesOf, stepsOf, textOf, withClass } from './drawn.ts';

type Frame = ReturnType<typeof extentOf>;

/** A line of writing, the room that it takes in the widest face, and the wall of the box that it must stay within. */
interface Writing {
  readonly text: string;
  readonly frame: Frame;
  readonly home: Frame | null;
}

/**
 * What is wrong with a drawing, a sentence each: writing that leaves its box or touches a line, a border, an icon, a head or
 * other writing; lines that slant, run through a box or over each other; heads that touch nothing. Measured with the tables of
 * advances, so that it holds in every face; `tests/site/drawings.spec.ts` asks a browser the same.
 */
export function faultsOf(drawn: Element): readonly string[] {
  const writing = writingOf(drawn, null);
  return [
    ...escapes(writing),
    ...touches(drawn, writing),
    ...overlaps(writing),
    ...crookedLines(drawn),
    ...headsInTheAir(drawn),
  ];
}

/** Room that a line of writing takes above and below its baseline, in parts of its size: no face takes more. */
const above = 0.97;
const below = 0.25;

function writingOf(element: Element, home: Frame | null): readonly Writing[] {
  return element.children.flatMap((child): readonly Writing[] => {
    if (child.type !== 'element' || child.tagName === 'style') return [];
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
  return own ? extentOf(dOf(own)) : null;
}

export function frameOfText(text: Element): Frame {
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

function escapes(writing: readonly Writing[]): readonly string[] {
  return writing
    .filter(({ frame, home }) => {
      if (!home) return false;
      const { left, top, right, bottom } = home;
      return frame.left < left + 1 || frame.right > right - 1 || frame.top < top + 1 || frame.bottom > bottom - 1;
    })
    .map(({ text }) => `"${text}" leaves its box`);
}

/** What writing must not touch, by what it is called. */
function touches(drawn: Element, writing: readonly Writing[]): readonly string[] {
  const lines = ['d-wire', 'd-line', 'd-border', 'd-panel'].flatMap((name) =>
    withClass(drawn, name).flatMap((path) =>
      stepsOf(dOf(path))
        .filter(({ command }) => !/^m$/i.test(command))
        .flatMap(piecesOf)
        .map(({ from, to }) => ({ what: name, frame: around(from, to) })),
    ),
  );
  const heads = headTips(drawn).map(({ x, y }) => ({
    what: 'd-head',
    frame: { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 },
  }));
  const icons = withClass(drawn, 'd-icon').map((path) => ({ what: 'd-icon', frame: iconFrame(path) }));
  const obstacles = [...lines, ...heads, ...icons];
  const iconCrossed = icons.flatMap(({ frame }) =>
    lines.filter((line) => line.what === 'd-wire' && meet(frame, line.frame)).map(() => 'a line runs over an icon'),
  );
  return [
    ...writing.flatMap(({ text, frame }) =>
      obstacles
        .filter((obstacle) => meet(frame, obstacle.frame))
        .map(({ what }) => `"${text}" touches a ${what.slice(2)}`),
    ),
    ...iconCrossed,
  ];
}

function iconFrame(path: Element): Frame {
  const [x = 0, y = 0] = [...String(path.properties.transform).matchAll(/-?[\d.]+/g)].map(Number);
  return { left: x + 1, right: x + 17, top: y + 1, bottom: y + 17 };
}

function around(from: { x: number; y: number }, to: { x: number; y: number }): Frame {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

function meet(one: Frame, other: Frame): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
    ? true
    : // a line has no breadth
      one.left < other.right && other.left < one.right && other.top === other.bottom
      ? one.top < other.top && other.top < one.bottom
      : one.top < other.bottom && other.top < one.bottom && other.left === other.right
        ? one.left < other.left && other.left < one.right
        : false;
}

function overlaps(writing: readonly Writing[]): readonly string[] {
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

function crookedLines(drawn: Element): readonly string[] {
  const wires = withClass(drawn, 'd-edge').flatMap((edge) => withClass(edge, 'd-wire'));
  const slanted = wires.flatMap((wire) => stepsOf(dOf(wire)).filter(({ command }) => command === 'l'));
  const runs = wires.flatMap((wire, net) =>
    stepsOf(dOf(wire))
      .filter(({ command }) => command === 'h' || command === 'v')
      .map(({ command, from, to }): Run => ({ ...around(from, to), net, level: command === 'h' })),
  );
  const bodies = withClass(drawn, 'd-body')
    .filter(({ tagName }) => tagName === 'path')
    .map((body) => extentOf(dOf(body)));
  const through = runs.flatMap((run) =>
    bodies.filter((body) =>
      meet(run, { left: body.left + 2, right: body.right - 2, top: body.top + 2, bottom: body.bottom - 2 }),
    ),
  );
  const doubled = runs.flatMap((run, index) =>
    runs.slice(index + 1).filter((other) => {
      if (other.net === run.net || other.level !== run.level) return false;
      const along = run.level
        ? Math.min(run.right, other.right) - Math.max(run.left, other.left)
        : Math.min(run.bottom, other.bottom) - Math.max(run.top, other.top);
      const apart = run.level ? Math.abs(run.top - other.top) : Math.abs(run.left - other.left);
      return along > 1 && apart < 3;
    }),
  );
  return [
    ...slanted.map(({ from }) => `a line slants at ${from.x},${from.y}`),
    ...through.map(({ left, top }) => `a line runs through the box at ${left},${top}`),
    ...doubled.map(({ left, top }) => `two lines run over each other at ${left},${top}`),
  ];
}

function headsInTheAir(drawn: Element): readonly string[] {
  const walls = [...withClass(drawn, 'd-border'), ...withClass(drawn, 'd-panel')].map((wall) => extentOf(dOf(wall)));
  const cells = withClass(drawn, 'd-line').map((line) => extentOf(dOf(line)));
  const lifelines = withClass(drawn, 'd-life')
    .flatMap((edge) => withClass(edge, 'd-wire'))
    .map((line) => extentOf(dOf(line)));
  const words = withClass(drawn, 'd-node')
    .filter((node) => wallOf(node) === null)
    .flatMap((node) => writingOf(node, null));
  return headTips(drawn)
    .filter((tip) => ![...walls, ...cells, ...lifelines].some((wall) => distanceToBorder(tip, wall) <= 1))
    .filter(
      ({ x, y }) =>
        !words.some(
          ({ frame: { left, right, top, bottom } }) => x > left - 7 && x < right + 7 && y > top - 9 && y < bottom + 9,
        ),
    )
    .map(({ x, y }) => `the head at ${x},${y} touches nothing`);
}
