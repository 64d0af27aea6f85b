import { isUpright } from '../../ink/glyphs.ts';
import type { Box, BoxId, Diagram, End, NetId, Point } from '../../model.ts';
import { unionOf } from '../../geometry/union.ts';

/** How words without a border stand at their lines. */
export interface Bare {
  /** Flush left behind a line that leads to them, flush right before a line that leaves them, else centred; flush with an upright line that is off their middle. */
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
  const words = boxes.filter(({ shape }) => shape === 'words');
  if (words.length === 0) return new Map();
  const ends = nets.flatMap(({ id, ends }) => ends.map((end): Arrival => ({ net: id, end })));
  const arriving = Map.groupBy(ends, ({ end }) => end.attached);
  const flush = flushWords(nets, words);
  const bare = new Map<BoxId, Bare>();
  for (const box of words) {
    const own = bareOf(box, arriving.get(box.id) ?? []);
    bare.set(box.id, flush.has(box.id) ? { ...own, align: 'start', axis: null } : own);
  }
  return bare;
}

/**
 * Words of a chain of upright lines of which most begin in one column: the author set them flush left. Two alone may have come
 * out so by centring; their line tells.
 *
 *     write migration
 *           ↓
 *     run in staging
 */
function flushWords(nets: Diagram['nets'], boxes: readonly Box[]): ReadonlySet<BoxId> {
  const places = new Map(boxes.map(({ id }, index) => [id, index]));
  const chains = unionOf(boxes.length);
  const offMiddle = new Set<number>();
  for (const { ends } of nets) {
    const [one, other] = ends.map(({ attached, direction }) =>
      isUpright(direction) ? places.get(attached ?? '') : undefined,
    );
    if (ends.length !== 2 || one === undefined || other === undefined) continue;
    chains.join(one, other);
    const isOff = [one, other].some((place, end) => {
      const { left = 0, right = 0 } = boxes[place]?.rect ?? {};
      return Math.abs((ends[end]?.point.column ?? 0) - (left + right) / 2) > nearMiddle;
    });
    if (isOff) offMiddle.add(one).add(other);
  }
  const flush = new Set<BoxId>();
  for (const chain of Map.groupBy(boxes.keys(), (index) => chains.find(index)).values()) {
    const columns = Map.groupBy(chain, (index) => boxes[index]?.rect.left);
    const [most = []] = [...columns.values()].sort((a, b) => b.length - a.length);
    const enough = most.length > 2 ? most.length * 2 > chain.length : most.some((index) => offMiddle.has(index));
    if (most.length > 1 && enough) for (const index of most) flush.add(boxes[index]?.id ?? '');
  }
  return flush;
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
  const off = upright.map(({ end }) => end.point.column - middle);
  const central = off.every((each) => Math.abs(each) <= Math.max(nearMiddle, (rect.right - rect.left) / 4));
  const tree = upright.every(
    ({ end }) => end.direction === 'up' && end.head === 'none' && end.point.column <= rect.left + firstLetters,
  );
  const leads = from('right').length > 0;
  const leaves = from('left').length > 0;
  const [first] = upright;
  if (!first) return { align: leads === leaves ? 'middle' : leads ? 'start' : 'end', axis: null, upright: false };
  if (tree && !leaves) return { align: 'start', axis: null, upright: true };
  // in a row between two lines neither may be left behind
  if (!central && leads && leaves) return { align: 'middle', axis: null, upright: true };
  if (!central) return { align: (off[0] ?? 0) < 0 ? 'start' : 'end', axis: null, upright: true };
  const alone = new Set(upright.map(({ end }) => end.point.column)).size === 1;
  return { align: 'middle', axis: alone ? { net: first.net, point: first.end.point } : null, upright: true };
}

/** A trunk below these hangs from the beginning of the words. */
const firstLetters = 1;
/** So many columns beside the middle, a line is meant for the middle. */
const nearMiddle = 3;
