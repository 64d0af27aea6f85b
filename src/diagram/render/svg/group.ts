import type { Element } from 'hast';
import type { Group } from '../../model.ts';
import type { Block } from '../picture/block.ts';
import type { BoxSetting } from './boxes.ts';
import { lineTo, moveTo, pathData, type Steps } from './path.ts';
import { panel } from '../picture/shapes.ts';
import { s } from './tree.ts';
import { drawBlock, icon } from './writing.ts';

/** A quiet panel with its icon and title at the upper left, dividers as thin lines. */
export function drawGroup(group: Group, { layout, kind, title }: BoxSetting): readonly Element[] {
  const frame = layout.frame(group.id);
  const { family } = layout.plan;
  const inPlace = group.text.filter(({ row }) => row > family.firstRow(group.id));
  const dividers = group.dividers.flatMap((row): Steps => [
    moveTo(frame.left, layout.y(row)),
    lineTo(frame.right, layout.y(row)),
  ]);
  const top = frame.top + 8;
  return [
    s('path', { className: family.isOnSheet(group.parent) ? 'd-panel d-even' : 'd-panel', d: panel(frame) }),
    ...(dividers.length > 0 ? [s('path', { className: 'd-line', d: pathData(dividers) })] : []),
    ...(title
      ? [
          ...(title.icon ? [icon(kind, title.left + 20, top + Math.min(title.block.head || 20, 38) / 2)] : []),
          ...drawBlock({ ...title.block, lines: title.block.lines.map(asGroupTitle) }, title.left + 38, top),
        ]
      : []),
    ...inPlace.map(({ text, row, column, role }) =>
      s(
        'text',
        {
          className: role === 'title' ? 'd-grouptitle' : 'd-item',
          x: Math.max(layout.x(column), frame.left + 11),
          y: layout.y(row) + 5,
        },
        text,
      ),
    ),
  ];
}

function asGroupTitle(line: Block['lines'][number]): Block['lines'][number] {
  return {
    ...line,
    runs: line.runs.map((run) => (run.className === 'd-title' ? { ...run, className: 'd-grouptitle' } : run)),
  };
}
