import type { Element } from 'hast';
import { choicesOf } from '../../choices/choices.ts';
import type { Diagram, RenderOptions } from '../../model.ts';
import { boxClass } from './boxes.ts';
import { gapsOf } from '../picture/labels.ts';
import { pictureOf } from '../picture/picture.ts';
import { cornersOf, looks, outline, panel } from '../picture/shapes.ts';
import { decimal, s } from './tree.ts';
import { thumbSizes } from './marks.ts';
import { drawWires } from './wires.ts';

/** The drawing without words, as a small picture of itself: shapes, tints and lines. It says nothing that the page does not, so it is hidden. */
export function toThumb(diagram: Diagram, options: RenderOptions = {}): Element {
  const { kinds, emphasised } = choicesOf(diagram, options);
  const picture = pictureOf(diagram, kinds);
  const { layout, view } = picture;
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: 'diagram thumb',
      viewBox: [view.left, view.top, view.width, view.height].map(decimal).join(' '),
      ariaHidden: 'true',
    },
    diagram.boxes
      .filter(({ shape }) => shape !== 'words' && shape !== 'cell')
      .map((box) => {
        const kind = kinds.get(box.id) ?? 'compute';
        const className = boxClass(box, kind, layout);
        const frame = layout.frame(box.id);
        if (className.startsWith('d-group'))
          return s('g', { className }, s('path', { className: 'd-panel', d: panel(frame) }));
        const d = outline(frame, cornersOf(kind, frame, picture.ports.get(box.id)));
        return s(
          'g',
          { className },
          s('path', { className: looks[kind].dashed ? 'd-body d-border d-dash' : 'd-body d-border', d }),
        );
      }),
    [...drawWires(picture.routes, gapsOf(picture.labels), { sizes: thumbSizes, emphasised })],
  );
}
