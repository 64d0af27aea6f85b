import type { Kind } from '../model.ts';
import { looks } from '../render/picture/shapes.ts';
import { colours, tints } from '../render/svg/style.ts';

/** The light colours of the picture, for formats that have no theme of their own. */
export const paper = {
  ground: colours.paper[0],
  sheet: colours.sheet[0],
  rule: colours.rule[0],
  ink: colours.ink[0],
  edge: colours.edge[0],
} as const;

/** Ground and border of a node by its kind. */
export function tintOf(kind: Kind): { readonly fill: string; readonly line: string } {
  const [[fill, line]] = tints[looks[kind].tint];
  return { fill, line };
}
