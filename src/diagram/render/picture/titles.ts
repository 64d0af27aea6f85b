import type { BoxId, Group } from '../../model.ts';
import type { Areas } from './areas.ts';
import type { Block } from './block.ts';
import type { Layout } from './layout.ts';
import { grown } from './obstacles.ts';
import type { Frame } from './shapes.ts';
import { rightOf, type Strip } from './strips.ts';

/** The writing at the head of a group, and where it begins. */
export interface GroupTitle {
  readonly block: Block;
  /** The left edge of the panel, or farther right where a line comes down through the panel's head. */
  readonly left: number;
  /** Whether there is room for the icon before it. */
  readonly icon: boolean;
  readonly frame: Frame;
  /** Px² that it shares with lines: 0 where it stands free. */
  readonly touched: number;
}

/**
 * The titles of the groups, clear of the lines that run into their panels:
 *
 *           │                      │
 *     ┌─────┼─────────┐      ┌─────┼─────────┐
 *     │ Serv│er       │  →   │     │ Server  │
 *     │     ▼         │      │     ▼         │
 */
export function groupTitles(layout: Layout, strips: Areas<Strip>): ReadonlyMap<BoxId, GroupTitle> {
  const titles = new Map<BoxId, GroupTitle>();
  for (const box of layout.plan.diagram.boxes) {
    const block = box.kind === 'group' && box.shape !== 'cell' ? headOf(box, layout) : null;
    if (!block) continue;
    const panel = layout.frame(box.id);
    const place = (left: number, icon: boolean): GroupTitle => {
      const frame = frameOf(block, left + (icon ? titleIndent : wordsIndent), left, panel.top);
      return { block, left, icon, frame, touched: strips.shared(frame) };
    };
    const first = place(panel.left, true);
    titles.set(box.id, clearOf(first));

    function clearOf(usual: GroupTitle): GroupTitle {
      if (usual.touched === 0) return usual;
      const behind = strips
        .near({ ...panel, top: usual.frame.top, bottom: usual.frame.bottom })
        .map((strip) => Math.round(rightOf(strip)) + air + 0.5)
        .filter((right) => right > panel.left)
        .sort((a, b) => a - b);
      const places = [
        ...behind.map((right) => place(right - titleIndent, true)),
        place(panel.left - wordsIndent + wordsBegin, false),
        ...behind.map((right) => place(right - wordsIndent, false)),
      ];
      const inside = places.filter(({ frame }) => frame.right < panel.right - 4);
      return inside.find(({ touched }) => touched === 0) ?? usual;
    }
  }
  return titles;
}

/** Px round a title. */
const air = 2;
/** Where the icon begins in a panel. */
const titleIndent = 8;
/** Where the words begin behind it, and where they begin without it. */
const wordsIndent = 36;
const wordsBegin = 11;

/** The lines of a group's writing that stand above its first part. */
function headOf(group: Group, { plan }: Layout): Block | null {
  const block = plan.blocks.get(group.id)?.[0];
  const heads = group.text.filter(({ row }) => row <= plan.family.firstRow(group.id)).length;
  return block && heads > 0 ? { ...block, lines: block.lines.slice(0, heads) } : null;
}

function frameOf({ lines, width }: Block, begin: number, left: number, top: number): Frame {
  const height = lines.reduce((sum, line) => sum + line.height + line.gap, 0);
  return grown({ left: begin, top: top + 8, right: left + 38 + width, bottom: top + 8 + height }, air);
}
