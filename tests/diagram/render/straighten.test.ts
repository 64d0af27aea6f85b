import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/diagram/index.ts';
import { bareWords } from '../../../src/diagram/render/picture/bare.ts';
import { straighten } from '../../../src/diagram/render/picture/straighten.ts';

const shop = `
    ┌───────────────┐              ┌───────────┐
    │    Gateway    │              │  Archive  │
    └────────┬──────┘              └───────────┘
             │
             ▼
           ┌───────┐
 ┌──────┐  │ Shop  │
 │ Disk │  └───────┘
 └──────┘
`;

/** The sides of each box that has this title, from top to bottom. */
function sidesOf(drawing: string, title: string) {
  const diagram = parse(drawing);
  const { sides } = straighten(diagram, bareWords(diagram));
  return diagram.boxes.filter(({ text }) => text[0]?.text === title).map(({ id }) => sides.get(id));
}

describe('a row of boxes', () => {
  it('comes to stand in the middle below the one above', () => {
    const alone = shop.replaceAll(/│ Disk │|[┌└]──────[┐┘]/gu, '        ');
    expect(sidesOf(alone, 'Gateway')).toEqual([{ left: 0, right: 16 }]);
    expect(sidesOf(alone, 'Shop')).toEqual([{ left: 4, right: 12 }]);
  });

  it('stays where it was when another box is in the way', () => {
    expect(sidesOf(shop, 'Shop')).toEqual([{ left: 10, right: 18 }]);
    expect(sidesOf(shop, 'Disk')).toEqual([{ left: 0, right: 7 }]);
  });

  it('stays where it was, however many do', () => {
    const many = sidesOf(shop.repeat(15), 'Shop');
    expect(many).toHaveLength(15);
    expect(new Set(many.map((sides) => JSON.stringify(sides)))).toEqual(new Set(['{"left":10,"right":18}']));
  });
});
