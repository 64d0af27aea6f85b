import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { HORIZONTAL, LEFT, RIGHT, STEP, VERTICAL } from '../ink/glyphs.ts';
import type { Diagram, Ink, InkCell, Point } from '../model.ts';
import { widen } from '../render/text/room.ts';
import { isTurned } from '../ink/turned-corners.ts';
import { handOf } from './hand.ts';
import { moveHeads } from './heads.ts';
import { glyphAt, put, trimmed } from './layer.ts';
import { hasArms, needsOf, type Need } from './needs.ts';
import { portsOf } from './ports.ts';
import { paddingOf, stretch, withRoom } from './room.ts';
import { settle } from './settle.ts';
import { softNetsOf } from './soft.ts';
import { stopsBeforeBoxes, stopsOf } from './stops.ts';
import { straysOf } from './strays.ts';
import { titlesOf, wordsOf, write, type Writing } from './words.ts';

/**
 * Sets a drawing straight where it stands: what is right keeps its cell and its glyph, what strayed goes where it was meant to
 * be, what lacks is drawn with the glyphs that its author uses. Returns the cells row by row.
 *
 *     ┌──────────┐         ┌──────────┐
 *     │ Orders    │   →    │ Orders   │
 *     │ (v2)     │         │ (v2)     │
 *     └──────────┘         └──────────┘
 */
export function straighten(given: Diagram, ink: Ink): readonly (readonly string[])[] {
  const diagram = withRoom(settle(given, ink));
  const softNets = softNetsOf(diagram);
  const stopOf = stopsOf(diagram, ink);
  const needs = needsOf(diagram, stopOf, softNets);
  const { layer, strayed } = straysOf(diagram, ink, needs, softNets);
  const heads = moveHeads(layer, diagram, ink, stopOf, softNets);
  const moved = new Set([...strayed, ...heads.left]);
  const ports = portsOf(diagram, ink, needs, softNets);
  const stops = stopsBeforeBoxes(diagram, stopOf);
  const words = wordsOf(diagram);
  const written = keysOf(words);
  const titles = titlesOf(diagram);
  const hand = handOf(ink);

  for (const [key, need] of needs) {
    if (need.soft || heads.at.has(key) || titles.has(key)) continue;
    const now = glyphAt(layer, need.at);
    const drawn = now === ' ' ? null : (ink.cells[need.at.row]?.[need.at.column] ?? null);
    const stays = drawn ? !isTurned(drawn) && fits(drawn, need) : now !== ' ' || !isMissing(need, key);
    if (!stays) put(layer, need.at, hand.glyph(need.at, armsOf(need, key), need.style));
  }
  const across = widen(diagram, new Map(), paddingOf(diagram));
  const wide = stretch(layer, across, needs, hand);
  for (const one of words) write(wide, { ...one, column: across(one.column) });
  return wide.map(trimmed);

  /** A border shows the arm of a line where its author shows it. */
  function armsOf({ border, line }: Need, key: CellKey): number {
    return border === 0 ? line : border | (line & (ports.get(key) ?? 0));
  }

  /** What stands there will do: it has the arms of the border and the tee that belongs there, or lets the line through. */
  function fits({ arms, head, marker }: InkCell, { at, border, line }: Need): boolean {
    if (head !== null || marker) return true;
    if (border === 0) return hasArms(arms, line) || !isNearMoved(at);
    if (arms === VERTICAL && isBareRule(at, border & HORIZONTAL)) return true;
    // a line may be drawn right over the border of a group
    if (!hasArms(arms, border)) return isThrough(line) && hasArms(arms, line);
    const tee = line & (ports.get(keyOf(at)) ?? 0);
    const idle = arms & ~border & ~line;
    return hasArms(arms, tee) && !isPortNear(at, idle);
  }

  /** A rule that runs from wall to wall without tees is a hand, and no fault: `│──────│`. */
  function isBareRule({ row, column }: Point, side: number): boolean {
    if (side !== LEFT && side !== RIGHT) return false;
    return ink.cells[row]?.[column + (side === LEFT ? -1 : 1)]?.arms === HORIZONTAL;
  }

  /** A blank that has to be drawn: of every border; of a line beside something that moved, or right before the border it reaches. */
  function isMissing({ at, border, line }: Need, key: CellKey): boolean {
    if (isBetweenDashes(at)) return false;
    if (border !== 0) return true;
    if (written.has(key)) return false;
    if (((line & VERTICAL) !== 0 && isNearMoved(at)) || isHole(at)) return true;
    const ways = [
      ...((line & HORIZONTAL) !== 0 ? [STEP.left, STEP.right] : []),
      ...((line & VERTICAL) !== 0 ? [STEP.up, STEP.down] : []),
    ];
    return ways.some((way) => leadsToBorder(at, way));
  }

  /** One blank between two pieces of a level line. */
  function isHole({ row, column }: Point): boolean {
    return [-1, 1].every((off) => /[-─━═=]/u.test(glyphAt(layer, { row, column: column + off })));
  }

  /** A blank of an edge or a line that its author dashes by hand: `+ - - +`, `─ ─ ─ ▶`. */
  function isBetweenDashes({ row, column }: Point): boolean {
    const inkAt = (off: number) => ink.cells[row]?.[column + off] ?? null;
    const isBlank = (off: number): boolean => ink.grid.cells[row]?.[column + off] === ' ';
    const isDash = (off: number): boolean => inkAt(off)?.arms === HORIZONTAL && inkAt(off)?.head === null;
    const goesOn = (step: number) => isDash(step) && isBlank(2 * step) && isDash(3 * step) && isBlank(4 * step);
    return inkAt(-1) !== null && inkAt(1) !== null && (goesOn(-1) || goesOn(1));
  }

  function leadsToBorder({ row, column }: Point, [down, right]: readonly [number, number]): boolean {
    for (let step = 0; step < REACH; step++) {
      const at = { row: row + down * step, column: column + right * step };
      const key = keyOf(at);
      const need = needs.get(key);
      if (!need || written.has(key)) return false;
      if (moved.has(key) || stops.has(key) || need.border !== 0 || (right !== 0 && heads.come.has(key))) return true;
      if (glyphAt(layer, at) !== ' ') return false;
    }
    return false;
  }

  /** A tee with these arms belongs a few columns aside. */
  function isPortNear({ row, column }: Point, arms: number): boolean {
    return BESIDE.some((off) => ((ports.get(keyOf({ row, column: column + off })) ?? 0) & arms) !== 0);
  }

  function isNearMoved({ row, column }: Point): boolean {
    return [0, ...BESIDE].some((off) => moved.has(keyOf({ row, column: column + off })));
  }
}

/** Columns beside a cell in which something that strayed may have stood. */
const BESIDE: readonly number[] = [-3, -2, -1, 1, 2, 3];

/** Blanks that a line may leave before a border. */
const REACH = 12;

/** Both arms of an axis: a line that does not end here. */
function isThrough(line: number): boolean {
  return hasArms(line, HORIZONTAL) || hasArms(line, VERTICAL);
}

function keysOf(words: readonly Writing[]): ReadonlySet<CellKey> {
  return new Set(words.flatMap(({ cells, row, column }) => cells.map((_, k) => keyOf({ row, column: column + k }))));
}
