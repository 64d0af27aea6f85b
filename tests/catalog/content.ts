import type { CatalogSources } from '../../src/catalog/integrity.ts';

/** Two small patterns and vocabularies of one entry each: content that has no problem, for tests to break in one place. */
export function soundContent(): CatalogSources {
  return {
    patterns: [
      { file: 'content/patterns/first.mdx', text: page({ id: 'p001', slug: 'first', other: 'second', related: '' }) },
      {
        file: 'content/patterns/second.mdx',
        text: page({
          id: 'p002',
          slug: 'second',
          other: 'first',
          related: 'related:\n  - { id: with-first, relation: combinesWith, pattern: first, text: Both. }\n',
        }),
      },
    ],
    guides: [{ file: 'content/guides/usage.mdx', text: '---\ntitle: Use\nsummary: How.\norder: 1\n---\n\nProse.\n' }],
    components: {
      file: 'content/components.yaml',
      text: 'server: { label: Server, kind: compute, does: Answers., neededWhen: Always., failureModes: [Stops.], technologies: [go] }\n',
    },
    technologies: { file: 'content/technologies.yaml', text: 'go: { name: Go, vendor: oss }\n' },
    useCases: { file: 'content/use-cases.yaml', text: 'shop: { label: Shop, asks: ["How do I sell?"] }\n' },
    qualities: { file: 'content/qualities.yaml', text: qualityFile() },
    synonyms: { file: 'content/synonyms.yaml', text: 'selling: { words: [sell], to: [shop] }\n' },
    retired: { file: 'content/retired-ids.yaml', text: '[]\n' },
    nodeNames: { 'content/patterns/first.mdx': ['server'], 'content/patterns/second.mdx': ['server'] },
  };
}

/** The same content with one replacement in one of its files; the text to replace must be there. */
export function withChange(file: string, from: string, to: string): CatalogSources {
  const sources = soundContent();
  const change = <Source extends { file: string; text: string }>(source: Source): Source => {
    if (source.file !== file) return source;
    if (!source.text.includes(from)) throw new Error(`${file} has no "${from}"`);
    return { ...source, text: source.text.replace(from, to) };
  };
  return {
    ...sources,
    patterns: sources.patterns.map(change),
    guides: sources.guides.map(change),
    components: change(sources.components),
    technologies: change(sources.technologies),
    useCases: change(sources.useCases),
    qualities: change(sources.qualities),
    synonyms: change(sources.synonyms),
    retired: change(sources.retired),
  };
}

function page({ id, slug, other, related }: { id: string; slug: string; other: string; related: string }): string {
  return `---
id: ${id}
slug: ${slug}
title: ${slug}
tagline: A tagline.
summary: A summary.
category: application
status: stable
version: 1
changes:
  - { version: 1, on: 2026-11, text: First. }
fit:
  scale: { min: small, max: medium }
  complexity: any
  teamSize: { min: 5, max: null }
  headline: Selling
problem: A problem.
context: A context.
solution: A solution.
useCases:
  - { id: shops, useCase: shop, role: stated, text: A shop. }
whenToUse:
  - { id: one, text: One. }
  - { id: two, text: Two. }
whenNotToUse:
  - { id: three, text: Three., instead: [${other}] }
  - { id: four, text: Four., instead: [${other}] }
tradeoffs:
  - { id: quick, polarity: pro, quality: latency, text: Quick., nodes: [server] }
  - { id: dear, polarity: con, quality: cost, text: Dear. }
components:
  - { id: server, component: server, technologies: [go], text: Answers. }
${related}---

Prose.
`;
}

function qualityFile(): string {
  const names =
    'scalability availability latency throughput consistency cost operability security compliance deployability evolvability portability testability simplicity';
  return names
    .split(' ')
    .map((name) => `${name}: { label: ${name}, definition: A definition. }\n`)
    .join('');
}
