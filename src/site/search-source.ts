import { lowerFirst } from '../catalog/capitals.ts';
import type { Row } from '../catalog/rows.ts';
import { factAnchor, rowsOf } from '../catalog/rows.ts';
import type { Component, ComponentRow, Fit, Pattern, Synonym, Technology, UseCase } from '../catalog/schema.ts';
import { complexityLabel, quantityLabel, scaleLabel, teamLabel } from '../catalog/labels.ts';
import { complexities, factKinds, relations, scales } from '../catalog/schema.ts';
import { recordsOf } from '../search/records.ts';
import type { RecordKind, RowSource, SearchData, SearchPattern, SearchRecord } from '../search/records.ts';
import { wordsOf } from '../search/words.ts';
import { drawnRows } from './search-drawings.ts';

/** What the search index is made from: the pages with their bodies, and the vocabularies by id. */
export interface SearchContent {
  readonly patterns: readonly { readonly data: Pattern; readonly body: string }[];
  readonly components: ReadonlyMap<string, Component>;
  readonly technologies: ReadonlyMap<string, Technology>;
  readonly useCases: ReadonlyMap<string, UseCase>;
  readonly synonyms: readonly Synonym[];
}

/** The catalog as search knows it: each row and each part of a drawing is a record, with the words that lead to it. */
export function searchDataOf(content: SearchContent): SearchData {
  const records = content.patterns.flatMap(({ data, body }) =>
    recordsOf({
      pattern: searchPattern(data),
      aka: [...data.aka, ...data.aliases.map((alias) => alias.replaceAll('-', ' '))],
      headline: data.fit.headline,
      summary: data.summary,
      rows: [
        ...proseRows(data),
        ...fitRows(data),
        ...rowsOf(data).map((row) => rowSource(row, data, content)),
        ...drawnRows(data, body),
      ],
    }),
  );
  return {
    patterns: content.patterns.map(({ data }) => searchPattern(data)),
    records,
    synonyms: content.synonyms.map(({ words, to }) => ({ words, to })),
    prose: proseWords(
      content.patterns.map(({ body }) => body),
      records,
    ),
  };
}

/** Words of the bodies, drawings aside, that stand in no record. */
function proseWords(bodies: readonly string[], records: readonly SearchRecord[]): readonly string[] {
  const known = new Set(
    records
      .flatMap(({ text, also, near }) => wordsOf(`${text} ${also} ${near}`))
      .flatMap(({ text, stem }) => [text, stem]),
  );
  const prose = bodies.map((body) => body.replace(/^---\n[^]*?\n---\n/, '').replace(/^(`{3,}|~{3,})[^]*?^\1/gm, ' '));
  const words = prose.flatMap((text) => [...wordsOf(text)]);
  return [
    ...new Set(
      words.filter(({ text, stem }) => text.length > 3 && !known.has(stem) && !known.has(text)).map(({ text }) => text),
    ),
  ].sort();
}

function searchPattern(data: Pattern): SearchPattern {
  const { scale, complexity, teamSize } = data.fit;
  return {
    slug: data.slug,
    title: data.title,
    tagline: data.tagline,
    fit: fitWords(data.fit).join(' · '),
    category: data.category,
    scale: scale === 'any' ? whole(scales) : scale,
    complexity: complexity === 'any' ? whole(complexities) : complexity,
    teamSize: teamSize === 'any' ? { min: 1, max: null } : teamSize,
    traffic: mostTraffic(data.fit),
    qualities: [...new Set(data.tradeoffs.map((row) => row.quality))].sort(),
  };
}

/** The most requests a second of a quantity like "up to 10,000 requests/s". */
function mostTraffic({ traffic }: Fit): number | null {
  if (traffic === undefined || !traffic.unit.startsWith('requests')) return null;
  return Math.max(...[traffic.value].flat());
}

function whole(values: readonly [string, ...string[]]): { readonly min: string; readonly max: string } {
  return { min: values[0], max: values.at(-1) ?? values[0] };
}

function proseRows(data: Pattern): readonly RowSource[] {
  return (['problem', 'context', 'solution'] as const).map((id) => ({ id, kind: 'prose', why: id, text: data[id] }));
}

function fitRows({ fit }: Pattern): readonly RowSource[] {
  return fitWords(fit).map((text) => ({ id: 'fit', kind: 'fit', why: 'fit', text }));
}

function fitWords(fit: Fit): readonly string[] {
  return [
    `${scaleLabel(fit)} scale`,
    `${lowerFirst(complexityLabel(fit))} complexity`,
    `team of ${lowerFirst(teamLabel(fit))}`,
  ];
}

/** How each section is named in front of a row, and how much a match in it says. */
const sectionKinds: Readonly<Record<string, { readonly kind: RecordKind; readonly why: string }>> = {
  'use-cases': { kind: 'use-case', why: 'use case' },
  'when-to-use': { kind: 'when', why: 'use it when' },
  // These two speak of other patterns: a match there says little about this one.
  'when-not-to-use': { kind: 'prose', why: 'leave it when' },
  related: { kind: 'prose', why: 'related' },
  components: { kind: 'component', why: 'component' },
  ...Object.fromEntries(
    Object.entries(factKinds).map(([kind, plural]) => [
      factAnchor(kind as keyof typeof factKinds),
      { kind: 'fact', why: singular(plural) },
    ]),
  ),
};

const polarityLabels = { pro: 'gain', con: 'price', depends: 'it depends' } as const;

function rowSource(row: Row, data: Pattern, content: SearchContent): RowSource {
  const text = row.term === null ? row.text : `${row.term}: ${row.text}`;
  const known = sectionKinds[row.section];
  const figures = row.quantities.map(quantityLabel).join(' · ');
  const plain = {
    id: row.id,
    kind: known?.kind ?? 'fact',
    why: known?.why ?? lowerFirst(row.sectionTitle),
    text,
    also: joined([row.sectionTitle, figures]),
  };
  const at = Number(row.path[1]);
  switch (row.path[0]) {
    case 'useCases':
      return { ...plain, also: useCaseWords(content.useCases.get(data.useCases[at]?.useCase ?? '')) };
    case 'whenToUse':
    case 'whenNotToUse':
      return { ...plain, also: figures };
    case 'tradeoffs': {
      const tradeoff = data.tradeoffs[at];
      if (tradeoff === undefined) return plain;
      return {
        ...plain,
        kind: tradeoff.polarity === 'con' ? 'price' : 'trade-off',
        why: `trade-off, ${polarityLabels[tradeoff.polarity]}`,
        also: joined([tradeoff.quality, tradeoff.mitigation ?? '', figures]),
      };
    }
    case 'components': {
      const component = data.components[at];
      return component === undefined ? plain : { ...plain, ...componentWords(text, component, content) };
    }
    case 'related': {
      const related = data.related[at];
      return related === undefined ? plain : { ...plain, why: relations[related.relation].label };
    }
    default:
      return plain;
  }
}

function useCaseWords(useCase: UseCase | undefined): string {
  return useCase === undefined ? '' : joined([useCase.label, ...useCase.synonyms, ...useCase.asks]);
}

/** The page's own technologies are shown; those that the glossary knows for the component only lead here. */
function componentWords(
  text: string,
  row: ComponentRow,
  { components, technologies }: SearchContent,
): Pick<RowSource, 'text' | 'also' | 'near'> {
  const glossary = components.get(row.component);
  const named = row.technologies.flatMap((id) => technologies.get(id) ?? []);
  const others = (glossary?.technologies ?? [])
    .filter((id) => !row.technologies.includes(id))
    .flatMap((id) => technologies.get(id) ?? []);
  return {
    text: named.length === 0 ? text : `${text} (${named.map(({ name }) => name).join(', ')})`,
    also: joined([glossary?.label ?? '', ...(glossary?.aliases ?? []), ...named.flatMap(({ aliases }) => aliases)]),
    near: joined(others.flatMap(({ name, aliases }) => [name, ...aliases])),
  };
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ');
}

function singular(plural: string): string {
  return lowerFirst(plural.replace(/s$/, ''));
}
