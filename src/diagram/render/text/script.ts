import type { ByPlace } from '../../geometry/by-place.ts';
import { crossingsLikeJoints } from './crossings.ts';
import type { Box, Diagram, Direction, Net, Point } from '../../model.ts';

/** The signs that a drawing is written in, and what they need so that it reads as it should. */
export interface Script {
  /** One for each shape of lines; `null` for box drawing. */
  readonly glyphs: string | null;
  readonly heads: Readonly<Record<Direction | 'marker', string>>;
  /** Columns to widen by one. */
  readonly columnsIn: (diagram: Diagram) => readonly number[];
  /** Rows to move down. */
  readonly rowsIn: (diagram: Diagram) => readonly number[];
  /** Cells where lines cross and need a sign of their own, and that sign. */
  readonly crossingsOf: (nets: readonly Net[]) => readonly { readonly at: Point }[];
  readonly crossing: string;
  /** A line that arrives at a border in this direction begins beside it: a tee would be read as a corner of something else. */
  readonly isApart: (direction: Direction, border: Point | undefined, edges: ByPlace<Box>) => boolean;
}

export const boxDrawing: Script = {
  glyphs: null,
  heads: { up: '▲', right: '►', down: '▼', left: '◄', marker: '●' },
  columnsIn: () => [],
  rowsIn: () => [],
  crossingsOf: crossingsLikeJoints,
  crossing: '│',
  isApart: () => false,
};
