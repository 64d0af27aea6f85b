import { VERTICAL } from '../ink/glyphs.ts';
import { cellAt } from '../geometry/geometry.ts';
import type { Linework, Rail } from './linework.ts';
import { followWalls } from './follow.ts';
import { endsOpen } from './open-ends.ts';
import { meetings } from './meetings.ts';
import type { BorderStyle } from '../model.ts';
import { withoutOverlaps } from './overlaps.ts';
import { isTurned } from '../ink/turned-corners.ts';
import { hasBarForEachCorner, isTopToo, openingsOf, railBetween } from './tops.ts';

/** A closed frame as it stands in the grid, crooked or not. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
  /** Columns of the top edge's corners. */
  readonly left: number;
  readonly right: number;
  /** Columns of the bottom edge's corners. */
  readonly bottomLeft: number;
  readonly bottomRight: number;
  /** The walls of each row between, top to bottom; `null` where a wall is missing. */
  readonly walls: readonly { readonly left: number | null; readonly right: number | null }[];
  readonly topRail: Rail;
  readonly bottomRail: Rail;
  /** Rails from wall to wall. */
  readonly dividers: readonly {
    readonly row: number;
    readonly rail: Rail;
    readonly left: number;
    readonly right: number;
  }[];
  /** Corners that are not drawn. */
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  readonly style: BorderStyle;
}

/** A frame that is still open on its lower side. */
export interface Opening {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly topRail: Rail;
  readonly missing: { row: number; column: number }[];
  readonly walls: { left: number | null; right: number | null }[];
  readonly dividers: { row: number; rail: Rail; left: number; right: number }[];
  lastLeft: number;
  lastRight: number;
  /** Some row has shown the right wall. */
  hasRight: boolean;
  leftMisses: number;
}

export interface Frames {
  readonly frames: readonly Frame[];
  /** Top edges with walls below them that no bottom edge closes. */
  readonly open: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Sweeps from the top row to the bottom one and keeps the frames that are open. On every row a rail may close a frame,
 * divide it or open another; the bars of the row are then shared out among the walls that are expected there, so a wall
 * may stand a few columns off. Left walls and top edges are trusted most.
 *
 * A fork's rail looks like a top edge at first; it is dropped as soon as its left "wall" turns out to be a head or a joint.
 */
export function findFrames(linework: Linework): Frames {
  const frames: Frame[] = [];
  const dropped: { row: number; column: number }[] = [];
  let open = new Set<Opening>();
  // one row more, for boxes that end with the drawing
  [...linework.rails, []].forEach((rails, row) => {
    const settled = new Set<Opening>();
    const used = new Set<Rail>();
    const feet = new Set<number>();
    for (const { rail, opening, role, left, right } of meetings(linework, rails, [...open], row)) {
      if (used.has(rail) || settled.has(opening)) continue;
      used.add(rail);
      settled.add(opening);
      if (role === 'divider') {
        opening.dividers.push({ row, rail, left, right });
        opening.walls.push({ left, right });
        opening.hasRight = true;
        opening.leftMisses = 0;
      } else {
        frames.push(close(opening, rail, row, left, right, linework));
        feet.add(left).add(right);
        open.delete(opening);
      }
    }
    for (const one of open)
      if (!settled.has(one) && endsOpen(linework, one, row)) {
        const { left, right, missing } = one;
        const gap = { from: left + 1, to: right - 1, kind: 'blank' } as const;
        const rail = { row: Math.min(row, linework.rails.length - 1), start: left, end: right, gaps: [gap] };
        frames.push({ ...close(one, rail, row, left, right, linework), missing });
        open.delete(one);
      }
    const waiting = [...open].filter((one) => !settled.has(one));
    const bars = new Set<number>();
    const kept = new Set(followWalls(linework, waiting, row, bars));
    for (const one of waiting)
      if (!kept.has(one) && looksLikeBox(one)) dropped.push({ row: one.top, column: one.left });
    open = new Set([...open].filter((one) => settled.has(one) || kept.has(one)));
    const how = { walls: bars, feet, pushed: hasBarForEachCorner(linework, row) };
    for (const rail of rails)
      if (!used.has(rail) || isTopToo(linework, rail, feet))
        for (const opening of openingsOf(linework, railBetween(linework, rail, feet), row, how)) open.add(opening);
  });
  for (const one of open) if (looksLikeBox(one)) dropped.push({ row: one.top, column: one.left });
  return { frames: withoutOverlaps(frames), open: dropped };
}

function looksLikeBox(one: Opening): boolean {
  return (
    one.missing.length === 0 &&
    one.walls.filter((wall) => wall.left !== null && Math.abs(wall.left - one.left) <= 1 && wall.right !== null)
      .length >= 2
  );
}

function close(opening: Opening, rail: Rail, row: number, left: number, right: number, linework: Linework): Frame {
  const missing = [...opening.missing];
  for (const column of [left, right]) {
    const corner = cellAt(linework, row, column);
    if (corner?.glyph !== '+' && ((corner?.arms ?? 0) & VERTICAL) === 0) missing.push({ row, column });
  }
  const { top, walls, topRail, dividers } = opening;
  for (const at of [
    { row: top, column: opening.left },
    { row: top, column: opening.right },
    { row, column: left },
    { row, column: right },
  ]) {
    const corner = cellAt(linework, at.row, at.column);
    if (corner && isTurned(corner)) missing.push(at);
  }
  const style = styleOf(linework, top, opening.left);
  return {
    top,
    bottom: row,
    left: opening.left,
    right: opening.right,
    bottomLeft: left,
    bottomRight: right,
    walls,
    topRail,
    bottomRail: rail,
    dividers,
    missing,
    style,
  };
}

const corners: readonly (readonly [BorderStyle, RegExp])[] = [
  ['rounded', /[╭╮╰╯]/u],
  ['double', /[═║╔╗╚╝╒╕╘╛╓╖╙╜]/u],
  ['heavy', /[━┃┏┓┗┛]/u],
  ['dashed', /[┄┅┆┇┈┉┊┋╌╍╎╏:]|^\.\./u],
];

/** By the top left corner and the line after it, whose dashes may stand a blank apart: `┌ ─ ─ ┐`. */
function styleOf(linework: Linework, row: number, column: number): BorderStyle {
  const [corner, next, second] = [0, 1, 2].map((off) => cellAt(linework, row, column + off));
  if (!next && second?.stroke === 'dashed') return 'dashed';
  const glyphs = `${corner?.glyph ?? ''}${next?.glyph ?? ''}`;
  return corners.find(([, pattern]) => pattern.test(glyphs))?.[0] ?? 'light';
}
