import { expect } from 'vitest';
import type { Element } from 'hast';
import { parse } from '../../../src/diagram/index.ts';
import { toHast } from '../../../src/diagram/render/svg/svg.ts';
import { faultsOf } from './faults.ts';

/** The picture of a drawing, given row by row; it has no faults. */
export function drawn(...rows: readonly string[]): Element {
  const root = toHast(parse(rows.join('\n')));
  expect(faultsOf(root)).toEqual([]);
  return root;
}
