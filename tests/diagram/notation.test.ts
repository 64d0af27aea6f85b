import { describe, expect, it } from 'vitest';
import { parse, toNotation } from '../../src/diagram/index.ts';
import { compare, readCase } from './notation.ts';

const drawing = '┌───┐ x ┌───┐\n│ A │──►│ B │\n└───┘   └───┘\n';
const meaning = 'node "A"\nnode "B"\n"A" -> "B" : x\n';
const differs = (stated: string, drawn = drawing): boolean => {
  const { found, wanted } = compare(parse(drawn), readCase(`${drawn}==>\n${stated}`).meaning);
  return JSON.stringify(found) !== JSON.stringify(wanted);
};

describe('the notation of the cases', () => {
  it('is what a diagram prints', () => {
    expect(toNotation(parse(drawing))).toBe(meaning);
    expect(differs(meaning)).toBe(false);
  });

  it('takes boxes and edges in any order', () => {
    expect(differs('node "B"\nnode "A"\n"A" -> "B" : x\n')).toBe(false);
  });

  it.each([
    'node "A"\n"A" -> "A"\n',
    'node "A"\nnode "B"\n',
    'node "A"\nnode "B"\n"B" -> "A" : x\n',
    'node "A"\nnode "B"\n"A" -- "B" : x\n',
    'node "A"\nnode "B"\n"A" -> "B"\n',
    'node "A"\n  node "B"\n"A" -> "B" : x\n',
    `${meaning}caption "C"\n`,
    `${meaning}notes "N"\n`,
    `${meaning}loose 1\n`,
  ])('sees the difference: %j', (stated) => expect(differs(stated)).toBe(true));

  it('leaves free words out', () => {
    expect(differs('node "A"\nnode "B"\n"A" -> "B"\nfree "x"\n')).toBe(false);
  });

  it('turns lines without a direction round', () => {
    const plain = '┌───┐   ┌───┐\n│ A │───│ B │\n└───┘   └───┘\n';
    expect(differs('node "A"\nnode "B"\n"B" -- "A"\n', plain)).toBe(false);
  });

  it('numbers boxes that begin alike', () => {
    const alike = drawing.replace('B', 'A');
    expect(differs('node "A"\nnode "A"\n"A#1" -> "A#2" : x\n', alike)).toBe(false);
    expect(() => differs('node "A"\nnode "A"\n"A" -> "A#2" : x\n', alike)).toThrow('Several boxes');
  });

  it('takes a row of columns as one line or as several', () => {
    const columns = drawing.replaceAll('───┐ x', '──────┐ x').replace('A', 'A  C').replace('└───┘  ', '└──────┘  ');
    const edge = ['"A" -> "B" : x', '"A C" -> "B" : x'];
    expect(differs(`node "A" with "C"\nnode "B"\n${edge[0]}\n`, columns)).toBe(false);
    expect(differs(`node "A C"\nnode "B"\n${edge[1]}\n`, columns)).toBe(false);
  });

  it.each(['nod "A"', '"A" -> "B"', '   node "A"', 'node A'])('refuses %j', (stated) => {
    expect(() => readCase(`x\n==>\n${stated}\n`)).toThrow();
  });
});
