import { gzipSync } from 'node:zlib';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../src/catalog/comparison-markdown.ts';
import { sheetOf } from '../../src/catalog/sheet.ts';
import { compareSheets, comparisonName, comparisonTitle, pairsOf } from '../../src/catalog/side-by-side.ts';
import { rowsOf } from '../../src/catalog/rows.ts';
import { sectionsView } from '../../src/site/comparison-view.ts';
import { h, toHtml } from '../../src/site/markup.ts';
import { patterns, words } from './real.ts';

const sheets = new Map(patterns.map((pattern) => [pattern.slug, sheetOf(pattern, words)]));
const compare = (...slugs: readonly string[]) => compareSheets(slugs.flatMap((slug) => sheets.get(slug) ?? []));
const rowOf = (comparison: ReturnType<typeof compare>, id: string) =>
  comparison.sections.flatMap(({ rows }) => rows).find((row) => row.id === id);

describe('pairs', () => {
  it('are all there once, in alphabetical order', () => {
    expect(pairsOf(['c', 'a', 'b'])).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
    expect(pairsOf([...sheets.keys()])).toHaveLength(45);
  });
  it('have one name, whoever is named first', () => {
    expect(comparisonName(['event-driven', 'cqrs', 'event-driven'])).toBe('cqrs+event-driven');
    expect(comparisonTitle(['CQRS', 'Event-Driven'])).toBe('CQRS against Event-Driven');
    expect(comparisonTitle(['A', 'B', 'C'])).toBe('A, B and C');
  });
});

describe('a comparison', () => {
  it('is the same whatever the order it was asked in', () => {
    expect(compare('event-driven', 'cqrs')).toEqual(compare('cqrs', 'event-driven'));
  });
  it('shows every trade-off, part, fact and condition of every pattern, with its address', () => {
    for (const [a, b] of pairsOf([...sheets.keys()])) {
      const comparison = compare(a, b);
      const shown = comparison.sections.flatMap(({ rows }) => rows.map(({ cells }) => cells));
      [a, b].forEach((slug, at) => {
        const pattern = patterns.find((each) => each.slug === slug);
        if (!pattern) throw new Error(`no pattern ${slug}`);
        const own = new Set(pattern.lists.map(({ id }) => id));
        const anchors = new Set(shown.flatMap((cells) => (cells[at] ?? []).map(({ anchor }) => anchor)));
        const missing = rowsOf(pattern).filter(
          ({ id, section }) => section !== 'related' && !own.has(section) && !anchors.has(id),
        );
        expect(missing.map(({ id }) => id)).toEqual([]);
      });
    }
  });
  it('has differences first in each section', () => {
    for (const { rows } of compare('cqrs', 'event-driven', 'serverless').sections) {
      const firstSame = rows.findIndex(({ differs }) => !differs);
      if (firstSame >= 0) expect(rows.slice(firstSame).some(({ differs }) => differs)).toBe(false);
    }
  });
  it('calls two patterns alike where they gain and pay alike, whatever the words', () => {
    expect(rowOf(compare('cqrs', 'event-driven'), 'tradeoffs-latency')?.differs).toBe(false);
    expect(rowOf(compare('cqrs', 'event-driven'), 'tradeoffs-compliance')).toMatchObject({
      differs: true,
      cells: [[], [{ polarity: 'pro' }]],
    });
    expect(rowOf(compare('cqrs', 'multi-region'), 'fit-scale')?.differs).toBe(false);
  });
  it('leaves out what none of them speaks of', () => {
    for (const { rows } of compare('cqrs', 'event-driven').sections)
      expect(rows.every(({ cells }) => cells.some((entries) => entries.length > 0))).toBe(true);
  });
  it('tells how they belong together and when to leave one for the other', () => {
    const { bonds, choices } = compare('cqrs', 'serverless');
    expect(choices).toContainEqual(expect.objectContaining({ from: 'cqrs', to: 'serverless', anchor: 'small-team' }));
    expect(bonds.every(({ from, to }) => from !== to)).toBe(true);
    expect(compare('cqrs', 'event-driven').bonds).toContainEqual(
      expect.objectContaining({ from: 'cqrs', to: 'event-driven', label: 'combines with' }),
    );
  });
  it('is a small file to load', () => {
    for (const sheet of sheets.values())
      expect(gzipSync(JSON.stringify(sheet), { level: 9 }).length).toBeLessThan(6_000);
  });
});

describe('as Markdown', () => {
  it('is one table with as many cells in each line', () => {
    const lines = markdownOf(compare('cqrs', 'event-driven', 'serverless'))
      .trimEnd()
      .split('\n');
    const cells = lines.map((line) => line.replaceAll('\\|', '').split('|').length - 2);
    expect(new Set(cells)).toEqual(new Set([4]));
    expect(lines[0]).toBe('| | CQRS | Event-Driven | Serverless |');
    expect(lines).toContain('| **Fit** | | | |');
    expect(lines).toContain('| Scale | Large | Medium to large | Small to medium |');
    expect(lines.join('\n')).toContain('*no row*');
  });
  it('keeps words that look like markup as words', () => {
    const comparison = compare('cqrs', 'event-driven');
    const row = { id: 'x', label: 'A|B', differs: true, cells: [[{ text: 'a | <b> *c* [d] `e`', anchor: 'x' }], []] };
    const [, , , line = ''] = markdownOf({
      ...comparison,
      sections: [{ id: 's', title: 'S', note: '', rows: [row] }],
    }).split('\n');
    expect(line).toBe('| A\\|B | a \\| \\<b\\> \\*c\\* \\[d\\] \\`e\\` | *no row* |');
    const paragraph = unified().use(remarkParse).parse(line).children[0];
    expect(paragraph?.type).toBe('paragraph');
    const kinds = paragraph && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
    expect(kinds).toEqual(['text', 'emphasis', 'text']);
  });
});

describe('the markup', () => {
  it('escapes words and attributes', () => {
    expect(toHtml(h('a', { href: '"><x', hidden: true, title: false }, '<b> & "c"', { html: '<i></i>' }))).toBe(
      '<a href="&#34;&#62;&#60;x" hidden>&#60;b&#62; &#38; &#34;c&#34;<i></i></a>',
    );
    expect(toHtml([h('br', {}), 'x'])).toBe('<br>x');
  });
  it('has an anchor for each row, none twice', () => {
    const html = toHtml(sectionsView(compare('cqrs', 'event-driven')));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('tradeoffs-consistency');
    expect(html).toContain('href="#tradeoffs-consistency"');
  });
});
