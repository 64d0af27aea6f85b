import type { Element } from 'hast';
import { textStyles, textWidth, type TextStyle } from '../../../src/diagram/render/picture/metrics.ts';

/** Every element of a drawing, the root first. */
export function elementsOf(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap((child) => (child.type === 'element' ? elementsOf(child) : []))];
}

export function withClass(root: Element, name: string): readonly Element[] {
  return elementsOf(root).filter(({ properties }) => classesOf(properties.className).includes(name));
}

export function classesOf(className: unknown): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

export interface Step {
  readonly command: string;
  readonly from: Place;
  readonly to: Place;
  /** Of an arc; 0 of a line. */
  readonly radius: number;
  readonly clockwise: boolean;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The steps of a path in absolute places; of arcs where they begin and end. */
export function stepsOf(d: string): readonly Step[] {
  const steps: Step[] = [];
  let at: Place = { x: 0, y: 0 };
  let start = at;
  for (const [, command = '', rest = ''] of d.matchAll(/([MmHhVvLlAaZz])([^MmHhVvLlAaZz]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const size = { M: 2, m: 2, l: 2, h: 1, v: 1, a: 7, z: 1 }[command];
    if (size === undefined) throw new Error(`A path command that drawings do not use: ${command}`);
    for (let index = 0; index < Math.max(1, numbers.length / size); index++) {
      const [a = 0, b = 0, , , sweep = 0, x = 0, y = 0] = numbers.slice(index * size, index * size + size);
      const from: Place = at;
      const moves: Readonly<Record<string, Place>> = {
        M: { x: a, y: b },
        m: { x: from.x + a, y: from.y + b },
        l: { x: from.x + a, y: from.y + b },
        h: { x: from.x + a, y: from.y },
        v: { x: from.x, y: from.y + a },
        a: { x: from.x + x, y: from.y + y },
        z: start,
      };
      at = moves[command] ?? from;
      if (command === 'M' || command === 'm') start = at;
      steps.push({ command, from, to: at, radius: command === 'a' ? a : 0, clockwise: sweep === 1 });
    }
  }
  return steps;
}

/** A step as straight pieces: an arc in six. */
export function piecesOf({
  from,
  to,
  radius,
  clockwise,
}: Step): readonly { readonly from: Place; readonly to: Place }[] {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  if (radius === 0 || chord === 0) return [{ from, to }];
  const height = Math.sqrt(Math.max(0, radius ** 2 - (chord / 2) ** 2)) * (clockwise ? 1 : -1);
  const centre = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / chord) * height,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / chord) * height,
  };
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  const turn = 2 * Math.asin(Math.min(1, chord / 2 / radius)) * (clockwise ? 1 : -1);
  const places = Array.from({ length: 7 }, (_, index) => {
    const angle = start + (turn * index) / 6;
    return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
  });
  return places.slice(1).map((place, index) => ({ from: places[index] ?? from, to: place }));
}

/** Left, top, right and bottom of a path. */
export function extentOf(d: string): {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
} {
  const places = stepsOf(d).map(({ to }) => to);
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function dOf(path: Element): string {
  return String(path.properties.d);
}

/** Steps of lines that are neither upright nor level. */
export function slantedLines(drawn: Element): readonly Step[] {
  return withClass(drawn, 'd-wire').flatMap((wire) => stepsOf(dOf(wire)).filter(({ command }) => command === 'l'));
}

/** The tips of all heads that lines have: a head begins with a move and goes on with a slanted line, a dot goes on with an arc. */
export function headTips(drawn: Element): readonly Place[] {
  return withClass(drawn, 'd-edge')
    .flatMap((edge) => withClass(edge, 'd-head'))
    .flatMap((head) =>
      stepsOf(dOf(head)).flatMap(({ command, to }, index, all) =>
        /^m$/i.test(command) && all[index + 1]?.command === 'l' ? [to] : [],
      ),
    );
}

/** The borders of the boxes that have one, and the walls of cells. */
export function borders(drawn: Element): readonly ReturnType<typeof extentOf>[] {
  return elementsOf(drawn)
    .filter(({ properties }) =>
      classesOf(properties.className).some((name) => name === 'd-border' || name === 'd-panel'),
    )
    .map((border) => extentOf(dOf(border)));
}

export function distanceToBorder({ x, y }: Place, { left, top, right, bottom }: ReturnType<typeof extentOf>): number {
  const outside = Math.max(left - x, x - right, top - y, y - bottom);
  return outside > 0 ? outside : Math.min(x - left, right - x, y - top, bottom - y);
}

/** Where a text stands. */
export function placeOf(drawn: Element, text: string): Place {
  const found = elementsOf(drawn).find((element) => element.tagName === 'text' && textOf(element) === text);
  return { x: Number(found?.properties.x), y: Number(found?.properties.y) };
}

/** The frame of the box that holds a text. */
export function frameOf(drawn: Element, text: string): ReturnType<typeof extentOf> {
  const { x, y } = placeOf(drawn, text);
  const around = borders(drawn).filter(
    ({ left, right, top, bottom }) => left < x && x < right && top < y && y < bottom,
  );
  const [smallest] = around.sort((a, b) => a.right - a.left - (b.right - b.left));
  if (!smallest) throw new Error(`No box holds ${text}`);
  return smallest;
}

/** Lines of writing that are not inside the border of their node, in the widest face. */
export function escapedWriting(drawn: Element): readonly string[] {
  return withClass(drawn, 'd-node').flatMap((node) => {
    const [border] = withClass(node, 'd-border');
    if (!border) return [];
    const { left, top, right, bottom } = extentOf(dOf(border));
    return elementsOf(node)
      .filter(({ tagName }) => tagName === 'text')
      .filter((text) => {
        const width = textWidth(textOf(text), styleOf(text));
        const start =
          Number(text.properties.x) - (classesOf(text.properties.className).includes('d-mid') ? width / 2 : 0);
        const y = Number(text.properties.y);
        return start < left + 4 || start + width > right - 4 || y < top + 10 || y > bottom - 4;
      })
      .map(textOf);
  });
}

function styleOf(text: Element): TextStyle {
  const names = classesOf(text.properties.className);
  if (names.includes('d-caps')) return textStyles.caps;
  return names.includes('d-title') ? textStyles.title : textStyles.item;
}
