import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/diagram/index.ts';
import { compare, readCase } from './notation.ts';

const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort();

describe('what drawings mean', () => {
  it('has cases', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s', (file) => {
    const { drawing, meaning } = readCase(readFileSync(new URL(file, folder), 'utf8'));
    const { found, wanted } = compare(parse(drawing), meaning);
    expect(found).toEqual(wanted);
  });
});
