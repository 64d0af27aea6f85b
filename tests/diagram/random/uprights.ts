import type { Foot } from './feet.ts';
import type { Link } from './links.ts';
import type { ZonePlan } from './plan.ts';
import { joined, type LineEnd, type Scene } from './scene.ts';

/** The rows between two bands, where lines are drawn. */
export interface Zone {
  readonly scene: Scene;
  readonly plan: ZonePlan;
  readonly labels: readonly (readonly string[])[];
  /** First row below the band above. */
  readonly top: number;
  readonly height: number;
  /** Writing stays left of this column. */
  readonly right: number;
}

/** Where an upright line meets a border: what a crooked drawing gets wrong. */
export interface Upright {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** `from` and `to` are rows of borders that have a tee. */
  readonly tees: boolean;
  readonly headAt: number | null;
}

export interface Heads {
  readonly up: boolean;
  readonly down: boolean;
}

/** Draws from the border at `row` to the row `to`. `borders` says which of the two is a border; both when left out. */
export function drawUpright(
  zone: Zone,
  foot: Foot & { readonly to: number },
  heads: Heads,
  borders: 'from' | 'to' | 'both' = 'both',
): Upright {
  const { scene, plan } = zone;
  const { column, row: from, to } = foot;
  scene.lines.push({
    from: { row: from, column },
    to: { row: to, column },
    start: borders === 'to' ? joined : endAtBorder(plan, heads.up),
    end: borders === 'from' ? joined : endAtBorder(plan, heads.down),
  });
  const inset = plan.headInBorder ? 0 : 1;
  const tees = plan.tees && borders !== 'to' && !heads.up;
  return { column, from, to, tees, headAt: heads.down && inset === 1 ? to - 1 : null };
}

function endAtBorder(plan: ZonePlan, head: boolean): LineEnd {
  if (head) return { meets: 'touch', head: plan.headInBorder ? 'in' : 'before' };
  return { meets: plan.tees ? 'join' : 'touch', head: 'none' };
}

/** A line with heads on both sides has one box at each end; a net without heads has one box alone on a side. */
export function headsOf(plan: ZonePlan, above: number, below: number): Heads {
  const single = above === 1 && below === 1;
  const plain = plan.head === 'plain' && (above === 1 || below === 1);
  if (plain) return { up: false, down: false };
  if (plan.head === 'both' && single) return { up: true, down: true };
  return { up: plan.head === 'up', down: plan.head !== 'up' };
}

export function linkOf(upper: string, lower: string, { up, down }: Heads, label: string | null): Link {
  const head = up && down ? 'both' : up || down ? 'forward' : 'none';
  return up && !down ? { from: lower, to: upper, head, label } : { from: upper, to: lower, head, label };
}
