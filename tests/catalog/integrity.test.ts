import { describe, expect, it } from 'vitest';
import { checkCatalog } from '../../src/catalog/integrity.ts';
import { describeProblem } from '../../src/catalog/problem.ts';
import { soundContent, withChange } from './content.ts';

const first = 'content/patterns/first.mdx';
const second = 'content/patterns/second.mdx';

describe('content that is sound', () => {
  it('has no problems', () => {
    expect(checkCatalog(soundContent())).toEqual([]);
  });
});

describe('one mistake gives one problem, with its place, what was found and what is allowed', () => {
  const cases: readonly (readonly [story: string, file: string, from: string, to: string, said: string])[] = [
    [
      'a wrong category',
      first,
      'category: application',
      'category: app',
      `${first}:7: category: found "app"; allowed: application, data, delivery, deployment, integration`,
    ],
    [
      'a wrong quality in a row',
      first,
      'quality: cost',
      'quality: price',
      `${first}:30: tradeoffs[1].quality: found "price"; allowed: scalability, availability, latency`,
    ],
    [
      'a wrong scale in a range',
      first,
      'min: small',
      'min: tiny',
      `${first}:13: fit.scale.min: found "tiny"; allowed: small, medium, large`,
    ],
    [
      'a word that is no range',
      first,
      'complexity: any',
      'complexity: unknown',
      `${first}:14: fit.complexity: found "unknown"; allowed: any, or a range`,
    ],
    [
      'a range upside down',
      first,
      '{ min: small, max: medium }',
      '{ min: large, max: medium }',
      `${first}:13: fit.scale.max: found "medium"; allowed: not below min`,
    ],
    ['a missing field', first, 'problem: A problem.\n', '', `${first}:2: problem: found nothing; allowed: string`],
    [
      'an unknown field',
      first,
      'status: stable',
      'status: stable\ntags: [fast]',
      `${first}:9: tags: found the unknown field "tags"; allowed: only the fields of the schema`,
    ],
    [
      'an unknown field in a row',
      first,
      'text: Dear. }',
      'text: Dear., weight: 3 }',
      `${first}:30: tradeoffs[1].weight: found the unknown field "weight"`,
    ],
    [
      'a tagline that is too long',
      first,
      'tagline: A tagline.',
      `tagline: ${'long '.repeat(20)}`,
      `${first}:5: tagline: found 99 characters; allowed: at most 90 characters`,
    ],
    [
      'only one reason against',
      first,
      '  - { id: four, text: Four., instead: [second] }\n',
      '',
      `${first}:25: whenNotToUse: found 1 rows; allowed: at least 2 rows`,
    ],
    [
      'a related pattern that is not there',
      second,
      'pattern: first',
      'pattern: third',
      `${second}:34: related[0].pattern: found "third"; allowed: first, second`,
    ],
    [
      'a pattern to use instead that is not there',
      first,
      'text: Four., instead: [second]',
      'text: Four., instead: [fourth]',
      `${first}:27: whenNotToUse[1].instead[0]: found "fourth"; allowed: first, second`,
    ],
    [
      'a row id used twice',
      first,
      'id: dear',
      'id: quick',
      `${first}:30: tradeoffs[1].id: found "quick" for the second time; allowed: an id that is used once on the page`,
    ],
    [
      'a row id that a section has',
      first,
      'id: dear',
      'id: components',
      `${first}:30: tradeoffs[1].id: found "components", the anchor of a section`,
    ],
    [
      'an alias that is another page',
      first,
      'tagline:',
      'aliases: [second]\ntagline:',
      `${second}:3: slug: found "second", which ${first} has already; allowed: a name that no other page has`,
    ],
    [
      'a component that has no definition',
      first,
      'component: server',
      'component: sever',
      `${first}:32: components[0].component: found "sever"; allowed: an id of components.yaml: server`,
    ],
    [
      'a technology that is not listed',
      first,
      'technologies: [go]',
      'technologies: [golang]',
      `${first}:32: components[0].technologies[0]: found "golang"; allowed: an id of technologies.yaml: go`,
    ],
    [
      'a use case that is not listed',
      first,
      'useCase: shop',
      'useCase: store',
      `${first}:21: useCases[0].useCase: found "store"; allowed: an id of use-cases.yaml: shop`,
    ],
    [
      'a trade-off about a node that is not drawn',
      first,
      'nodes: [server]',
      'nodes: [client]',
      `${first}:29: tradeoffs[0].nodes: found "client"; allowed: a node named in a fence of this page: server`,
    ],
    [
      'a component kind that is not one',
      'content/components.yaml',
      'kind: compute',
      'kind: computing',
      'content/components.yaml:1: server.kind: found "computing"; allowed: client, edge',
    ],
    [
      'a vendor that is not one',
      'content/technologies.yaml',
      'vendor: oss',
      'vendor: apache',
      'content/technologies.yaml:1: go.vendor: found "apache"; allowed: aws, azure, gcp, oss, saas',
    ],
    [
      'a vocabulary entry written twice',
      'content/use-cases.yaml',
      'shop:',
      'shop: { label: Shop, asks: [Why?] }\nshop:',
      'content/use-cases.yaml:2: YAML: found Map keys must be unique',
    ],
    [
      'a retired id that is in use',
      'content/retired-ids.yaml',
      '[]',
      '- { id: "p001#dear", replacedBy: "p001#quick", why: Merged. }',
      'content/retired-ids.yaml:1: [0].id: found "p001#dear", which is in use',
    ],
  ];
  it.each(cases)('%s', (_story, file, from, to, said) => {
    const problems = checkCatalog(withChange(file, from, to)).map(describeProblem);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(said);
  });
});

describe('a slug and an id name one page', () => {
  it('says which page has the slug already', () => {
    const problems = checkCatalog(withChange(second, 'slug: second', 'slug: first')).map(describeProblem);
    expect(problems).toContain(
      `${second}:3: slug: found "first", which ${first} has already; allowed: a name that no other page has`,
    );
  });
  it('says which page has the id already', () => {
    const problems = checkCatalog(withChange(second, 'id: p002', 'id: p001')).map(describeProblem);
    expect(problems).toEqual([
      `${second}:2: id: found "p001", which ${first} has already; allowed: a name that no other page has`,
    ]);
  });
});

describe('figures', () => {
  const figure = 'quantities: [{ metric: latency, comparison: atMost, value: 20, unit: ms }]';
  it('are not invented: an editorial one names where it comes from', () => {
    const problems = checkCatalog(withChange(first, 'text: Dear. }', `text: Dear., ${figure} }`)).map(describeProblem);
    expect(problems).toEqual([
      expect.stringContaining(`${first}:30: tradeoffs[1].reference: found nothing; allowed: an address`),
    ]);
  });
  it('need no address where the source document states them', () => {
    expect(checkCatalog(withChange(first, 'text: Dear. }', `text: Dear., source: seed, ${figure} }`))).toEqual([]);
  });
  it('have a unit that fits what is measured', () => {
    const problems = checkCatalog(
      withChange(first, 'text: Dear. }', `text: Dear., source: seed, ${figure.replace('ms', '"%"')} }`),
    ).map(describeProblem);
    expect(problems).toEqual([
      `${first}:30: tradeoffs[1].quantities[0].unit: found "%"; allowed: one of ms, s for latency`,
    ]);
  });
});

describe('diagram and data agree', () => {
  it('a named node without a component is told', () => {
    const sources = { ...soundContent(), nodeNames: { [first]: ['server', 'cache'], [second]: ['server'] } };
    expect(checkCatalog(sources).map(describeProblem)).toEqual([
      `${first}:31: components: found no row for the node "cache"; allowed: a component for every node that a fence names`,
    ]);
  });
});

describe('an edge between two patterns', () => {
  it('is written on one page only', () => {
    const problems = checkCatalog(
      withChange(
        first,
        '---\n\nProse',
        'related:\n  - { id: with-second, relation: combinesWith, pattern: second, text: Both. }\n---\n\nProse',
      ),
    );
    expect(problems.map(describeProblem)).toEqual([
      expect.stringContaining(`${second}:34: related[0]: found combinesWith first, written in ${first} already`),
    ]);
  });
});

describe('a page that cannot be read', () => {
  it.each([
    ['no front matter', '---\nid: p001', 'id: p001', `${first}:1: front matter: found none`],
    ['broken YAML', 'title: first', 'title: [first', `${first}:`],
  ])('%s', (_story, from, to, said) => {
    const problems = checkCatalog(withChange(first, from, to)).map(describeProblem);
    expect(problems.some((problem) => problem.startsWith(said))).toBe(true);
  });
});
