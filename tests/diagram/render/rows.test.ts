import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/diagram/index.ts';
import { planOf } from '../../../src/diagram/render/picture/layout.ts';

/** The height of the middle of each row, in whole px. */
function centres(drawing: string): readonly number[] {
  const { rows } = planOf(parse(drawing), new Map());
  return [...rows.values()].map(Math.round);
}

const field = '┌───────┐\n│ Field │\n└───────┘';
const barn = '┌───────┐\n│ Barn  │\n└───────┘';

describe('the rows of a picture', () => {
  it('are as high as what stands in them', () => {
    expect(centres(field)).toEqual([0, 21, 42]);
    expect(centres('┌───────┐\n│ Field │\n│ (wet) │\n│ - oat │\n└───────┘')).toEqual([0, 21, 43, 66, 86]);
  });

  it('leave an arrow its length', () => {
    expect(centres(`${field}\n    │\n    ▼\n${barn}`)).toEqual([0, 21, 42, 56, 68, 82, 103, 124]);
    expect(centres(`${field}\n    │\n    │\n${barn}`)).toEqual([0, 21, 42, 56, 68, 82, 103, 124]);
  });

  it('leave out blank ones after the third', () => {
    expect(centres(`${field}\n\n\n\n${barn}`)).toEqual([0, 21, 42, 55, 65, 75, 88, 109, 130]);
    expect(centres(`${field}\n\n\n\n\n\n${barn}`)).toEqual([0, 21, 42, 55, 65, 75, 85, 85, 85, 106, 127]);
  });

  it('keep blank ones inside a box', () => {
    const [first = 0, ...others] = centres(
      '┌───────┐\n│ Field │\n│       │\n│       │\n│       │\n│       │\n│       │\n└───────┘',
    );
    const steps = others.map((at, k) => at - (others[k - 1] ?? first));
    expect(Math.min(...steps)).toBeGreaterThan(5);
  });

  it('make room for a title in the border above cells', () => {
    expect(centres('┌─ Barn ─┬──────┐\n│ Hay    │ Cow  │\n└────────┴──────┘')).toEqual([0, 35, 68]);
  });
});
