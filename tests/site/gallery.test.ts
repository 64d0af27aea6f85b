import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/catalog/document.ts';
import { galleryDrawingSchema, galleryGroups } from '../../src/catalog/schema.ts';
import { pack, unpack } from '../../src/site/shared-drawing.ts';
import { listedFences, specimenOf } from '../../src/site/specimen.ts';

const folder = new URL('../../content/gallery/', import.meta.url);
const drawings = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const { value } = readFrontMatter({ file, text });
  const id = file.replace(/\.mdx$/, '');
  const data = galleryDrawingSchema.parse(value);
  return { id, data, fences: listedFences(text) };
});

describe('the gallery', () => {
  it('has a few dozen drawings, each in its place, and something in every group', () => {
    expect(drawings.length).toBeGreaterThanOrEqual(36);
    expect(new Set(drawings.map(({ data }) => data.order)).size).toBe(drawings.length);
    expect(new Set(drawings.map(({ data }) => data.group))).toEqual(new Set(Object.keys(galleryGroups)));
  });

  it.each(drawings)('understands $id', ({ id, data, fences }) => {
    expect(fences).toHaveLength(1);
    const specimen = specimenOf(fences[0] ?? '', { id, title: data.title });
    expect(specimen.picture).toContain('</svg>');
    // Nothing in doubt: what is crooked is mended.
    expect(specimen.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(specimen.findings.length > 0 || data.group !== 'crooked').toBe(true);
  });
});

describe('a drawing in an address', () => {
  it.each(drawings)('comes back as it was: $id', async ({ fences }) => {
    const [fence = ''] = fences;
    const packed = await pack(fence);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(await unpack(packed)).toBe(fence);
  });

  it('is refused when it is none, or unfolds to more than anybody types', async () => {
    expect(await unpack('%%%')).toBeNull();
    expect(await unpack('c2hvcnQ')).toBeNull();
    expect(await unpack(await pack('─'.repeat(100_000)))).toBeNull();
  });
});
