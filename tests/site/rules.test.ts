import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/catalog/document.ts';
import { ruleSchema } from '../../src/catalog/schema.ts';
import { rules, type Rule, type RuleId } from '../../src/diagram/index.ts';
import { rulePages, type RuleEntry } from '../../src/site/rules.ts';

const folder = new URL('../../content/rules/', import.meta.url);
const entries = readdirSync(folder).map(entryOf);
const ids = Object.keys(rules) as RuleId[];

it('every rule has a page, and every page a rule', () => {
  expect(entries.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(() => rulePages(entries.slice(1))).toThrow(/has no page/);
  expect(() => rulePages([...entries, { ...first(), id: 'no-such-rule' }])).toThrow(/there is no rule/);
});

it('an example that does not raise its rule stops the build', () => {
  const [{ data, ...rest }, ...others] = [first(), ...entries.slice(1)];
  const moved = { ...rest, data: { ...data, raised: { line: 99, column: 1 } } };
  expect(() => rulePages([moved, ...others])).toThrow(/does not raise its rule at 99:1/);
});

describe.each(rulePages(entries))('the page of $id', (page) => {
  const rule: Rule = rules[page.id];

  it('has an example that raises its rule, told as the check tells it', () => {
    const { line, column } = page.raised;
    expect(page.example.findings).toContainEqual(expect.objectContaining({ rule: page.id, line, column }));
    expect(page.printed).toContain(`${line}:${column} ${rule.severity}: ${page.message} (${page.id})`);
    expect(page.printed).toContain(rule.help);
  });

  it('has the same drawing as it should be', () => {
    expect(page.mended.findings).toEqual([]);
    // A repair is what `fmt` does by itself; anything else takes an author.
    expect(page.mendedBy).toBe(rule.severity === 'info' ? 'fmt' : 'author');
  });
});

function entryOf(file: string): RuleEntry {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const { value } = readFrontMatter({ file, text });
  return { id: file.replace(/\.mdx$/, ''), data: ruleSchema.parse(value), body: text };
}

function first(): RuleEntry {
  const [entry] = entries;
  if (entry === undefined) throw new Error('content/rules is empty.');
  return entry;
}
