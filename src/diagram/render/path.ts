import { decimal } from './tree.ts';

/** A place in the picture, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

type Drawn =
  | { readonly to: Spot; readonly by: 'line' }
  | { readonly to: Spot; readonly by: 'arc'; readonly radius: number; readonly clockwise: boolean };
type Step = { readonly to: Spot; readonly by: 'move' } | Drawn;

/** A path under construction: moves, lines and quarter or half arcs, in absolute places. */
export type Steps = readonly Step[];

export const moveTo = (x: number, y: number): Step => ({ to: { x, y }, by: 'move' });
export const lineTo = (x: number, y: number): Step => ({ to: { x, y }, by: 'line' });
export const arcTo = (x: number, y: number, radius: number, clockwise: boolean): Step => ({
  to: { x, y },
  by: 'arc',
  radius,
  clockwise,
});

/**
 * The `d` of a path in few bytes: relative commands with one decimal, `h` and `v` where they do, repeated letters left out.
 * Rounding never adds up: each step starts from where the rounded one before it ended. A move that nothing is drawn after is none.
 */
export function pathData(steps: Steps, closed = false): string {
  let at: Spot = { x: 0, y: 0 };
  let pen: Spot | null = null;
  let letter = '';
  let data = '';
  for (const step of steps) {
    const from = pen ?? at;
    const dx = tenth(step.to.x - from.x);
    const dy = tenth(step.to.y - from.y);
    const to = { x: tenth(from.x + dx), y: tenth(from.y + dy) };
    if (step.by === 'move') {
      pen = to;
      continue;
    }
    if (step.by === 'line' && dx === 0 && dy === 0) continue;
    if (pen) {
      // The first move is absolute, so that paths can follow each other in one `d`.
      data += data === '' ? `M${join([pen.x, pen.y])}` : `m${join([tenth(pen.x - at.x), tenth(pen.y - at.y)])}`;
      letter = 'm';
      pen = null;
    }
    const [command, numbers] = write(step, dx, dy);
    data += command === letter ? join(numbers, ' ') : command + join(numbers);
    letter = command;
    at = to;
  }
  return closed ? `${data}z` : data;
}

function write(step: Drawn, dx: number, dy: number): readonly [string, readonly number[]] {
  switch (step.by) {
    case 'arc':
      return ['a', [step.radius, step.radius, 0, 0, step.clockwise ? 1 : 0, dx, dy]];
    case 'line':
      if (dy === 0) return ['h', [dx]];
      return dx === 0 ? ['v', [dy]] : ['l', [dx, dy]];
  }
}

/** Numbers parted by as little as possible; `before` stands before the first unless its sign does. */
function join(numbers: readonly number[], before = ''): string {
  let text = '';
  for (const [index, number] of numbers.map(decimal).entries()) {
    const gap = index === 0 ? before : ' ';
    text += number.startsWith('-') ? number : gap + number;
  }
  return text;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
