import type { Element } from 'hast';
import type { Kind } from '../../model.ts';
import { lineTo, moveTo, pathData } from './path.ts';
import { borderClass, cornersOf, decorationOf, leftOf, looks, outline } from '../picture/shapes.ts';
import { s } from './tree.ts';
import { icon } from './writing.ts';

const frame = { left: 1.5, top: 1.5, right: 60.5, bottom: 28.5 };
const spineX = 31.5;

/** A node of a kind without words, for the key beside a drawing. What it means stands beside it, so it is hidden. */
export function toKey(kind: Kind): Element {
  const corners = cornersOf(kind, frame);
  const shape = outline(frame, corners);
  const decoration = decorationOf(kind, frame, spineX);
  return s(
    'svg',
    { className: `diagram key d-${looks[kind].tint}`, width: 62, height: 30, viewBox: '0 0 62 30', ariaHidden: 'true' },
    s('path', { className: 'd-body', d: shape }),
    s('path', { className: 'd-spine', d: leftOf(spineX, frame, corners) }),
    ...(decoration ? [s('path', { className: decoration.className, d: decoration.d })] : []),
    s('path', { className: 'd-line', d: pathData([moveTo(spineX, frame.top), lineTo(spineX, frame.bottom)]) }),
    s('path', { className: borderClass(kind), d: shape }),
    icon(kind, 16.5, 15),
  );
}
