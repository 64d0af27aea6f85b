import type { Direction, Diagram } from '../model.ts';

/** Where most heads of a drawing point; without heads where most lines end. Formats that lay out anew begin from it. */
export function headingOf({ nets }: Diagram): Direction {
  const ends = nets.flatMap((net) => net.ends.filter(({ attached }) => attached !== null));
  const heads = ends.filter(({ head }) => head === 'arrow');
  const counted = heads.length > 0 ? heads : ends;
  const countOf = (wanted: Direction): number => counted.filter(({ direction }) => direction === wanted).length;
  return order.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** Of equals the first: most drawings are read from top to bottom. */
const order = ['down', 'right', 'up', 'left'] as const satisfies readonly Direction[];
