import type { Element } from 'hast';

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
      const [a = 0, b = 0, , , , x = 0, y = 0] = numbers.slice(index * size, index * size + size);
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
      steps.push({ command, from, to: at });
    }
  }
  return steps;
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
