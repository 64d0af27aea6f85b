import type { Element, ElementContent } from 'hast';
import { choicesOf } from '../../choices/choices.ts';
import type { Box, BoxId, Diagram, OutlinePart, RenderOptions } from '../../model.ts';
import { captionOf, idsOf } from '../../choices/names.ts';
import { boxClass, drawBox } from './boxes.ts';
import { drawLabels, gapsOf } from '../picture/labels.ts';
import { drawCaptions, pictureOf, type Picture } from '../picture/picture.ts';
import { wireSizes } from './marks.ts';
import { outlinedParts } from '../words/outline.ts';
import { partsWithin } from '../words/sentences.ts';
import { spokenName } from '../words/spoken.ts';
import { serialise, Written } from './serialise.ts';
import { standaloneStyle } from './style.ts';
import { decimal, s } from './tree.ts';
import { drawWires } from './wires.ts';

export { toThumb } from './thumb.ts';
export { serialise } from './serialise.ts';

/** The drawing as text: the tree of `toHast`, written out. */
export function toSvgText(diagram: Diagram, options: RenderOptions = {}): string {
  return serialise(drawingOf(diagram, options, (drawn) => new Written(drawn)));
}

/**
 * The drawing as a tree of SVG elements. It holds no style of its own unless it stands alone: classes from a closed list, and
 * custom properties of the page, give it its colours. Every id begins with the prefix.
 */
export function toHast(diagram: Diagram, options: RenderOptions = {}): Element {
  return drawingOf(diagram, options, (drawn) => drawn);
}

/** The whole drawing; `settle` makes of each part and line, as soon as it is drawn, what stands for it in the whole. */
function drawingOf(diagram: Diagram, options: RenderOptions, settle: Settle): Element {
  const choices = choicesOf(diagram, options);
  const ids = idsOf(diagram, options.names);
  const picture = pictureOf(diagram, choices.kinds);
  const prefix = options.idPrefix ?? 'diagram';
  const { overview, parts } = outlinedParts(diagram, ids, choices);
  const title = options.title ?? captionOf(diagram) ?? 'Diagram';
  const { left, top, width, height } = picture.view;
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: 'diagram',
      width,
      height,
      viewBox: [left, top, width, height].map(decimal).join(' '),
      role: 'graphics-document document',
      ariaRoleDescription: 'diagram',
      ariaLabelledBy: `${prefix}--title`,
      ariaDescribedBy: `${prefix}--desc`,
    },
    s('title', { id: `${prefix}--title` }, title),
    s('desc', { id: `${prefix}--desc` }, overview),
    options.standalone
      ? [s('style', {}, standaloneStyle), s('rect', { className: 'd-paper', x: left, y: top, width, height })]
      : [],
    drawParts(parts, settle, { picture, prefix, boxes: new Map([...ids].map(([box, id]) => [id, box])) }),
    s(
      'g',
      { ariaHidden: 'true' },
      Array.from(
        drawWires(picture.routes, gapsOf(picture.labels), { sizes: wireSizes, emphasised: choices.emphasised }),
        settle,
      ),
      drawLabels(picture.labels, picture.layout),
      drawCaptions(picture),
    ),
  );
}

type Settle = (drawn: Element) => ElementContent;

interface PartSetting {
  readonly picture: Picture;
  readonly prefix: string;
  /** The box of each public id. */
  readonly boxes: ReadonlyMap<string, BoxId>;
}

/** Groups hold their parts, in the order of the flow: that is the order in which they are read. */
function drawParts(parts: readonly OutlinePart[], settle: Settle, setting: PartSetting): readonly ElementContent[] {
  const { picture, boxes } = setting;
  const settled = new Map<OutlinePart, ElementContent>();
  const settledOf = (own: readonly OutlinePart[]) => own.flatMap((part) => settled.get(part) ?? []);
  // What a part holds is drawn before it.
  for (const { part } of partsWithin(parts).toReversed()) {
    const box = picture.boxes.get(boxes.get(part.id) ?? '');
    if (box) settled.set(part, settle(drawPart(part, box, settledOf(part.parts), setting)));
  }
  return settledOf(parts);
}

/** A part with what it holds, drawn. */
function drawPart(
  part: OutlinePart,
  box: Box,
  held: readonly ElementContent[],
  { picture, prefix }: PartSetting,
): Element {
  const { layout, titles, ports } = picture;
  const { kind, href } = part;
  const group = box.kind === 'group';
  const drawn = drawBox(box, { layout, kind, title: titles.get(box.id) ?? null, ports: ports.get(box.id) ?? [] });
  const className = `${boxClass(box, kind, layout)}${part.emphasised ? ' d-strong' : ''}`;
  const whole = s(
    'g',
    {
      className,
      id: `${prefix}-${part.id}`,
      role: group ? 'graphics-object group' : 'graphics-symbol img',
      ariaLabel: spokenName(part),
    },
    // A link in a link is none: that of a group is round what is drawn for itself.
    group && href !== null ? groupLink(part, href, className, drawn) : drawn,
    held,
  );
  return group || href === null ? whole : s('a', { className: 'd-link', href }, whole);
}

/** The link of a group has the group's classes, because the panel is its child then. That of a node is named by the symbol in it. */
function groupLink({ name }: OutlinePart, href: string, own: string, drawn: readonly Element[]): Element {
  return s('a', { className: `d-link ${own}`, href, ariaLabel: name }, drawn);
}
