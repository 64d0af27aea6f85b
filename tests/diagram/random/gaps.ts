import { columnsOf } from '../../../src/diagram/index.ts';
import type { Link } from './links.ts';
import type { PlacedBand, PlacedBox } from './layout.ts';
import type { Label, LineEnd, Scene } from './scene.ts';
import type { Gap } from './sizes.ts';

/** Draws the lines between neighbours of a band. Returns what they mean; a gap without a common row stays empty. */
export function drawGaps(scene: Scene, { band, boxes }: PlacedBand): Link[] {
  return band.gaps.flatMap((gap, index) => {
    const [left, right] = [boxes[index], boxes[index + 1]];
    return left && right ? drawGap(scene, gap, left, right) : [];
  });
}

function drawGap(scene: Scene, gap: Gap, left: PlacedBox, right: PlacedBox): Link[] {
  const rows = left.sideRows.filter((row) => right.sideRows.includes(row));
  const [first, last] = [rows[0], rows.at(-1)];
  if (gap.plan.line === 'none' || first === undefined || last === undefined) return [];
  const parts = { left: left.rightPart, right: right.leftPart };
  const [label = null, second = null] = gap.labels;
  if (gap.plan.line !== 'pair') {
    const row = rows[gap.plan.row % rows.length] ?? first;
    return [
      drawSideLine(
        scene,
        gap,
        { row, from: left.rect.right, to: right.rect.left },
        gap.plan.line,
        gap.plan.label,
        label,
        parts,
      ),
    ];
  }
  // the second line of a pair keeps clear of the first one and of the words between them
  if (last - first < 2) return [];
  return [
    drawSideLine(
      scene,
      gap,
      { row: first, from: left.rect.right, to: right.rect.left },
      'right',
      label === null ? 'none' : 'above',
      label,
      parts,
    ),
    drawSideLine(
      scene,
      gap,
      { row: last, from: left.rect.right, to: right.rect.left },
      'left',
      second === null ? 'none' : 'below',
      second,
      parts,
    ),
  ];
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function drawSideLine(
  scene: Scene,
  gap: Gap,
  { row, from, to }: Run,
  line: 'right' | 'left' | 'both' | 'plain',
  place: Gap['plan']['label'],
  label: string | null,
  parts: { readonly left: string; readonly right: string },
): Link {
  const ports = line === 'plain' && gap.plan.ports !== 'tee' ? 'touch' : gap.plan.ports;
  scene.lines.push({
    from: { row, column: from },
    to: { row, column: to },
    start: endOf(ports, line === 'left' || line === 'both'),
    end: endOf(ports, line === 'right' || line === 'both'),
  });
  if (label !== null && place !== 'none') scene.labels.push(labelOf({ row, from, to }, place, label));
  const [tail, target] = line === 'left' ? [parts.right, parts.left] : [parts.left, parts.right];
  return { from: tail, to: target, head: line === 'both' ? 'both' : line === 'plain' ? 'none' : 'forward', label };
}

/** A tee without a head; with one the head stands before the plain wall. */
function endOf(ports: Gap['plan']['ports'], head: boolean): LineEnd {
  switch (ports) {
    case 'touch':
      return { meets: 'touch', head: head ? 'before' : 'none' };
    case 'tee':
      return head ? { meets: 'touch', head: 'before' } : { meets: 'join', head: 'none' };
    case 'blank':
      return { meets: 'blank', head: head ? 'before' : 'none' };
    case 'head-in-border':
      return { meets: 'join', head: head ? 'in' : 'none' };
  }
}

function labelOf({ row, from, to }: Run, place: 'above' | 'below' | 'on', label: string): Label {
  const words = place === 'on' ? ` ${label} ` : label;
  const column = from + 1 + Math.floor((to - from - 1 - columnsOf(words)) / 2);
  return {
    from: { row, column: from },
    to: { row, column: to },
    place,
    rows: [words],
    at: { row: row + { above: -1, on: 0, below: 1 }[place], column },
  };
}
