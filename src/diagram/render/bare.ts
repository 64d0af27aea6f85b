import type { Box, BoxId, Diagram, End, NetId, Point } from '../model.ts';

/** How words without a border stand at their lines. */
export interface Bare {
  /** Flush left behind a line that leads to them, flush right before a line that leaves them, else centred. */
  readonly align: 'start' | 'middle' | 'end';
  /** The upright line that the words are centred on. */
  readonly axis: { readonly net: NetId; readonly point: Point } | null;
  /** A line arrives from above or below. */
  readonly upright: boolean;
}

/**
 * The bare words of a diagram by their lines:
 *
 *     ──▶ Grafana      start: also the parts of a tree, whose trunks hang from their first letters
 *     HTTP ──▶         end
 *     a ──▶ b ──▶      b in the middle of its place; centred on an upright line where there is one
 */
export function bareWords({ boxes, nets }: Diagram): ReadonlyMap<BoxId, Bare> {
  const words = new Map(boxes.filter(({ shape }) => shape === 'words').map((box) => [box.id, box]));
  const arriving = new Map<BoxId, Arrival[]>();
  for (const { id, ends } of nets) {
    for (const end of ends) {
      if (end.attached === null || !words.has(end.attached)) continue;
      const at = arriving.get(end.attached);
      if (at) at.push({ net: id, end });
      else arriving.set(end.attached, [{ net: id, end }]);
    }
  }
  return new Map([...words].map(([id, box]) => [id, bareOf(box, arriving.get(id) ?? [])]));
}

interface Arrival {
  readonly net: NetId;
  readonly end: End;
}

function bareOf({ rect }: Box, arrivals: readonly Arrival[]): Bare {
  const from = (...directions: readonly End['direction'][]): readonly Arrival[] =>
    arrivals.filter(({ end }) => directions.includes(end.direction));
  const upright = from('up', 'down');
  const middle = (rect.left + rect.right) / 2;
  const hanging = from('up').length > 0 && upright.every(({ end }) => end.point.column <= rect.left + firstLetters);
  const trunk = hanging && from('down').length === 0 && upright.every(({ end }) => end.head === 'none');
  const align =
    from('left').length === 0 && (trunk || (from('right').length > 0 && upright.length === 0))
      ? 'start'
      : from('left').length > 0 && from('right').length === 0 && upright.length === 0
        ? 'end'
        : 'middle';
  const columns = new Set(upright.map(({ end }) => end.point.column));
  const [first] = upright;
  const centred = align === 'middle' && first && columns.size === 1;
  const near =
    centred && Math.abs(first.end.point.column - middle) <= Math.max(nearMiddle, (rect.right - rect.left) / 4);
  return { align, axis: near ? { net: first.net, point: first.end.point } : null, upright: upright.length > 0 };
}

/** A trunk below these hangs from the beginning of the words. */
const firstLetters = 1;
/** So many columns beside the middle, a line is meant for the middle. */
const nearMiddle = 3;
