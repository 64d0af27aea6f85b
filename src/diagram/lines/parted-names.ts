import type { Field } from './field.ts';
import { forksOf } from './forks.ts';
import { DIRECTIONS, isUpright, OPPOSITE } from '../ink/glyphs.ts';
import type { Arm, Interruption, LineCell } from './lines.ts';
import type { Direction, TextRun } from '../model.ts';
import { isInParentheses } from '../writing/parentheses.ts';

/** Words that all begin with a capital, as names do; `HTTP GET` may as well be a label. */
const named = /^\[?(?=.*\p{Lu}\S*\p{Ll})\p{Lu}\S*(?: [\p{Lu}\p{N}]\S*)+$/u;
/** `PageStore`: a name where no head follows, in an arrow as well a label. */
const joined = /^\p{Lu}\p{Ll}+\p{Lu}\S*$/u;

/**
 * Writing that a bar was led over is no label when another line ends at it, when it stands in a tree of names, or in a column of
 * them and looks like one: all lines end at these words.
 *
 *         │             ┌────┴───┐
 *     Supervisor       CTO      CFO
 *     ┌──┘│└───┐      ┌─┴─┐
 */
export function partAtNames({ cells, interruptions }: Field): void {
  // what was asked once is known for all cells on the way
  const known: Readonly<Record<Direction, Map<LineCell, boolean>>> = {
    up: new Map(),
    right: new Map(),
    down: new Map(),
    left: new Map(),
  };
  const ends = new Set<TextRun>();
  for (const { arms } of cells)
    for (const side of DIRECTIONS) if (arms[side]?.kind === 'words') ends.add(arms[side].run);
  const forks = forksOf(cells);
  let loops: ReadonlyMap<string, ReadonlySet<LineCell>> | null = null;
  const parted = interruptions.filter(
    (one) =>
      (isUpright(one.direction) &&
        (one.runs.some((run) => ends.has(run)) || isNameInTree(one) || isNameInColumn(one) || isNameInLoop(one))) ||
      hasHeadsBothWays(one),
  );
  const gone = new Set<Interruption>();
  for (const one of parted) {
    const cell = cells[one.cell];
    const arm = cell?.arms[one.direction];
    const beyond = arm?.kind === 'cell' ? cells[arm.to] : undefined;
    const [near, far] = [one.runs[0], one.runs.at(-1)];
    if (!cell || !beyond || !near || !far) continue;
    const back = OPPOSITE[one.direction];
    cell.arms[one.direction] = { kind: 'words', run: near, head: cell.ink.head === one.direction };
    beyond.arms[back] = { kind: 'words', run: far, head: beyond.ink.head === back };
    gone.add(one);
  }
  const kept = interruptions.filter((one) => !gone.has(one));
  interruptions.length = 0;
  for (const one of kept) interruptions.push(one);

  /** The cells of the line right before and behind the words, the upper one first where it is upright. */
  function aroundWords({ cell, direction }: Interruption): readonly [LineCell | undefined, LineCell | undefined] {
    const from = cells[cell];
    const arm = from?.arms[direction];
    const beyond = arm?.kind === 'cell' ? cells[arm.to] : undefined;
    return direction === 'down' ? [from, beyond] : [beyond, from];
  }

  /** Words stand above or below too: these are written like a name, or right at the rail of a fork or a merge. */
  function isNameInColumn(one: Interruption): boolean {
    const [upper, lower] = aroundWords(one);
    const [name, ...more] = [...one.runs].sort((a, b) => a.row - b.row);
    if (!upper || !lower || !name || !more.every(isInParentheses)) return false;
    const [above, below] = [leadsToWords(upper, 'up'), leadsToWords(lower, 'down')];
    if (above && forks.isTrunk(lower, 'up')) return true;
    if (below && forks.isTrunk(upper, 'down')) return true;
    const isHeaded = () => leadsToHead(upper, 'up') || leadsToHead(lower, 'down');
    return (above || below) && (named.test(name.text) || (joined.test(name.text) && !isHeaded()));
  }

  /** A bar leads straight to words, in its way or at its end. */
  function leadsToWords(start: LineCell, direction: 'up' | 'down'): boolean {
    for (let at: LineCell | undefined = start; at;) {
      const arm: Arm | undefined = at.arms[direction];
      if (arm?.kind !== 'cell') return arm?.kind === 'words';
      if (arm.by === 'text') return true;
      at = cells[arm.to];
    }
    return false;
  }

  /** A leg of a fork comes down to these words, and another one to a name beside them; or a fork begins below them. */
  function isNameInTree(one: Interruption): boolean {
    const [upper, lower] = aroundWords(one);
    const over = upper && forks.railOf(upper, 'up');
    if (!upper || !lower || over === null || over === undefined) return false;
    return one.runs.some(({ row }) => forks.hasNameOn(over, row)) || forks.forksBelow(lower);
  }

  /**
   * Several legs of one fork come down to words, or to words below words, and from these into one merge: they would lead
   * from one end to the other in as many ways if the words were their labels.
   */
  function isNameInLoop(one: Interruption): boolean {
    loops ??= loopsOf();
    const loop = loopOf(one);
    return loop !== null && (loops.get(loop.key)?.size ?? 0) > 1;
  }

  /** Where the legs between each two rails begin. */
  function loopsOf(): ReadonlyMap<string, ReadonlySet<LineCell>> {
    const found = new Map<string, Set<LineCell>>();
    for (const one of interruptions) {
      const loop = loopOf(one);
      if (loop) found.set(loop.key, (found.get(loop.key) ?? new Set<LineCell>()).add(loop.leg));
    }
    return found;
  }

  /** The rails above and below words, by their leftmost cells, and where the leg begins that the words stand in. */
  function loopOf(one: Interruption): { readonly key: string; readonly leg: LineCell } | null {
    const [upper, lower] = aroundWords(one);
    if (!upper || !lower) return null;
    const [over, under] = [forks.legOf(upper, 'up'), forks.legOf(lower, 'down')];
    return over && under && { key: `${String(over.rail)} ${String(under.rail)}`, leg: over.joint };
  }

  /** From these words one head leads up and another down to words, or short arrows to both sides: they are where both begin. */
  function hasHeadsBothWays({ cell, direction }: Interruption): boolean {
    const from = cells[cell];
    const arm = from?.arms[direction];
    const beyond = arm?.kind === 'cell' ? cells[arm.to] : undefined;
    const back = OPPOSITE[direction];
    if (!isUpright(direction) && !(isShort(from, back) && isShort(beyond, direction))) return false;
    return leadsToHead(from, back) && leadsToHead(beyond, direction);
  }

  /** `<-` and `->`: a dash and a head. */
  function isShort(from: LineCell | undefined, direction: Direction): boolean {
    const arm = from?.arms[direction];
    return arm?.kind === 'cell' && cells[arm.to]?.arms[direction]?.kind === 'words';
  }

  function leadsToHead(start: LineCell | undefined, direction: Direction): boolean {
    const way: LineCell[] = [];
    let found = false;
    for (let at = start; at && way.length < cells.length;) {
      const told = known[direction].get(at);
      if (told !== undefined) {
        found = told;
        break;
      }
      way.push(at);
      const arm: Arm | undefined = at.arms[direction];
      const turns = DIRECTIONS.some((side) => side !== direction && side !== OPPOSITE[direction] && at?.arms[side]);
      found = arm?.kind === 'words' && arm.head;
      at = arm?.kind === 'cell' && !turns ? cells[arm.to] : undefined;
    }
    for (const each of way) known[direction].set(each, found);
    return found;
  }
}
