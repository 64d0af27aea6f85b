import { isUpright } from '../../ink/glyphs.ts';
import type { BoxId, Diagram, End, Net, NetId, Segment } from '../../model.ts';
import { leastOf, mostOf } from './extremes.ts';
import { between } from '../../geometry/sorted.ts';

/**
 * The lifelines of a sequence drawing: upright lines that hang from a part, for messages to arrive at.
 *
 *     Client        Server
 *       │──── GET ────▶│       the message is attached to Server, its head stands at the line below it
 */
export interface Lifelines {
  /** The line at which an end stands instead of at the border of its box; `null` for an end at a border. */
  of(end: End): NetId | null;
  /** Whether messages arrive at a net, or pass it. */
  isOne(net: NetId): boolean;
}

export function lifelinesOf({ boxes, nets }: Diagram): Lifelines {
  const hanging = new Map<BoxId, Hanging[]>();
  for (const net of nets) {
    const segment = uprightOf(net);
    if (!segment) continue;
    const isBlind = net.ends.some(({ attached }) => attached === null);
    for (const { attached } of net.ends) {
      if (attached === null) continue;
      const own = hanging.get(attached);
      if (own) own.push({ net: net.id, segment, isBlind });
      else hanging.set(attached, [{ net: net.id, segment, isBlind }]);
    }
  }
  for (const own of hanging.values()) own.sort((a, b) => columnOf(a) - columnOf(b));
  const rects = new Map(boxes.map(({ id, rect }) => [id, rect]));
  const found = new Map<End, NetId>();
  for (const end of nets.flatMap(({ ends }) => ends)) {
    if (end.attached === null || isUpright(end.direction)) continue;
    const rect = rects.get(end.attached);
    if (!rect) continue;
    const { row, column } = end.point;
    if (row >= rect.top && row <= rect.bottom) continue;
    const near = between(hanging.get(end.attached) ?? [], column - reach, column + reach, columnOf);
    const line = near.find(({ segment: { from, to } }) => row >= from.row && row <= to.row + 1);
    if (line) found.set(end, line.net);
  }
  const lines = new Set(found.values());
  // one that messages only pass begins beside the others
  const all = [...hanging.values()].flat();
  const starts = new Set(all.filter(({ net }) => lines.has(net)).map(({ segment }) => segment.from.row));
  for (const { net, segment, isBlind } of all) if (isBlind && starts.has(segment.from.row)) lines.add(net);
  return { of: (end) => found.get(end) ?? null, isOne: (net) => lines.has(net) };
}

interface Hanging {
  readonly net: NetId;
  readonly segment: Segment;
  /** Its other end leads nowhere. */
  readonly isBlind: boolean;
}

function columnOf({ segment }: Hanging): number {
  return segment.from.column;
}

/** How many columns beside a lifeline a message may stop. */
const reach = 2;

/** The one upright line that a net is, if no head is at it; blind ends beside it come from its tees. */
function uprightOf({ segments, ends }: Net): Segment | null {
  const [first] = segments;
  if (!first || ends.some(({ head }) => head !== 'none')) return null;
  if (segments.some(({ from, to }) => from.column !== first.from.column || to.column !== first.from.column))
    return null;
  const rows = segments.flatMap(({ from, to }) => [from.row, to.row]);
  return { from: { ...first.from, row: leastOf(rows) }, to: { ...first.from, row: mostOf(rows) } };
}
