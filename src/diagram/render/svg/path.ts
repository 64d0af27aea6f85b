import { longText } from './long-text.ts';
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

/** The `d` of a path. */
export function pathData(steps: Steps, closed = false): string {
  const pen = penOf();
  for (const step of steps) pen.draw(step);
  return closed ? `${pen.data()}z` : pen.data();
}

/** Writes a path while it is drawn. */
export interface Pen {
  readonly draw: (step: Step) => void;
  /** Where it stands. */
  readonly at: () => Spot;
  readonly data: () => string;
}

/**
 * The `d` of a path in few bytes: relative commands with one decimal, `h` and `v` where they do, repeated letters left out.
 * Rounding never adds up: each step starts from where the rounded one before it ended. A move that nothing is drawn after is none.
 */
export function penOf(): Pen {
  let last: Spot = { x: 0, y: 0 };
  // where the pen stands, and where what is drawn ends
  let [penX, penY, x, y] = [0, 0, 0, 0];
  let lifted = false;
  let letter = '';
  const data = longText();
  return {
    draw: (step) => {
      last = step.to;
      const dx = tenth(last.x - penX);
      const dy = tenth(last.y - penY);
      if (step.by === 'line' && dx === 0 && dy === 0) return;
      const [toX, toY] = [tenth(penX + dx), tenth(penY + dy)];
      if (step.by === 'move') lifted = true;
      else {
        if (lifted) putDown();
        const command = commandOf(step, dx, dy);
        data.add(command === letter ? numbersOf(step, dx, dy, ' ') : command + numbersOf(step, dx, dy, ''));
        letter = command;
        [x, y] = [toX, toY];
      }
      [penX, penY] = [toX, toY];
    },
    at: () => last,
    data: data.whole,
  };

  /** The first move is absolute, so that paths can follow each other in one `d`. */
  function putDown(): void {
    data.add(letter === '' ? movedTo(penX, penY) : `m${pair(tenth(penX - x), tenth(penY - y))}`);
    letter = 'm';
    lifted = false;
  }
}

/** The absolute move that a path begins with. */
export function movedTo(x: number, y: number): string {
  return `M${pair(x, y)}`;
}

function pair(x: number, y: number): string {
  return parted(x, '') + parted(y, ' ');
}

function commandOf({ by }: Drawn, dx: number, dy: number): string {
  if (by === 'arc') return 'a';
  return dy === 0 ? 'h' : dx === 0 ? 'v' : 'l';
}

/** The numbers of a step parted by as little as possible; `before` stands before the first unless its sign does. */
function numbersOf(step: Drawn, dx: number, dy: number, before: string): string {
  if (step.by === 'line')
    return dy === 0 ? parted(dx, before) : dx === 0 ? parted(dy, before) : parted(dx, before) + parted(dy, ' ');
  const radius = parted(step.radius, before) + parted(step.radius, ' ');
  return `${radius} 0 0 ${step.clockwise ? '1' : '0'}${parted(dx, ' ')}${parted(dy, ' ')}`;
}

function parted(value: number, before: string): string {
  const written = decimal(value);
  return written.startsWith('-') ? written : before + written;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
