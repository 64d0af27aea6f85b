import { upperFirst } from './capitals.ts';
import { complexityLabel, quantityLabel, scaleLabel, teamLabel } from './labels.ts';
import { factAnchor } from './rows.ts';
import { scaleBars } from './scale-bars.ts';
import { componentKinds, factKinds, polarities, qualities, relations } from './schema.ts';
import type { Component, Fact, FactKind, Pattern, Polarity, Technology } from './schema.ts';
import { polaritySigns } from './signs.ts';

/**
 * A pattern as it is held against others: the same sections with the same rows in the same order for every pattern, so that two
 * sheets can be laid side by side. Plain values only: the build and the browser read the same.
 */
export interface Sheet {
  readonly slug: string;
  readonly title: string;
  readonly tagline: string;
  readonly sections: readonly SheetSection[];
  /** When to leave it, and what to take instead. */
  readonly leave: readonly (Address & { readonly instead: readonly string[] })[];
  /** The edges that its own page writes. */
  readonly related: readonly (Address & { readonly to: string; readonly label: string })[];
}

export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly id: string;
  readonly label: string;
  /** Empty where the pattern says nothing of it. */
  readonly entries: readonly Entry[];
  /** What two patterns must have alike to agree on this row. */
  readonly gist: string;
}

/** A text and the row of the pattern's page that says it. */
export interface Address {
  readonly text: string;
  readonly anchor: string;
}

export interface Entry extends Address {
  readonly polarity?: Polarity;
  /** The steps of a range: `true` where the pattern holds. */
  readonly bar?: readonly boolean[];
}

/** The words of the vocabularies that a sheet shows. */
export interface SheetWords {
  readonly qualities: ReadonlyMap<string, { readonly label: string }>;
  readonly components: ReadonlyMap<string, Pick<Component, 'label' | 'kind'>>;
  readonly technologies: ReadonlyMap<string, Pick<Technology, 'name'>>;
  readonly useCases: ReadonlyMap<string, { readonly label: string }>;
}

export function sheetOf(pattern: Pattern, words: SheetWords): Sheet {
  const { slug, title, tagline, whenNotToUse, related } = pattern;
  return {
    slug,
    title,
    tagline,
    sections: [
      { id: 'fit', title: 'Fit', note: 'A tick marks what differs.', rows: fitRows(pattern) },
      { id: 'tradeoffs', title: 'Trade-offs', note: 'by quality', rows: qualityRows(pattern, words) },
      { id: 'when', title: 'When', note: 'to use it, and when to leave it', rows: whenRows(pattern, words) },
      { id: 'built-from', title: 'Built from', note: 'by kind of part', rows: partRows(pattern, words) },
      { id: 'facts', title: 'Facts', note: 'by kind', rows: factRows(pattern) },
    ],
    leave: whenNotToUse.map(({ id, text, instead }) => ({ text, anchor: id, instead })),
    related: related.map((row) => ({
      text: row.text,
      anchor: row.id,
      to: row.pattern,
      label: relations[row.relation].label,
    })),
  };
}

function fitRows({ category, fit }: Pattern): readonly SheetRow[] {
  const bars = scaleBars(fit);
  const people = fit.teamSize === 'any' ? 'Any' : `${teamLabel(fit)} people`;
  const on = (text: string): Entry => ({ text, anchor: 'fit' });
  return [
    rowOf('scale', 'Scale', [{ ...on(scaleLabel(fit)), bar: bars.scale }]),
    rowOf('complexity', 'Complexity', [{ ...on(complexityLabel(fit)), bar: bars.complexity }]),
    rowOf('team', 'Team', [{ ...on(people), bar: bars.team }]),
    rowOf('traffic', 'Traffic', fit.traffic ? [on(upperFirst(quantityLabel(fit.traffic)))] : []),
    rowOf('chosen-for', 'Chosen for', [on(fit.headline)]),
    rowOf('category', 'Category', [on(upperFirst(category))]),
  ];
}

/** Two patterns agree on a quality when they gain and pay alike, whatever the words. */
function qualityRows({ tradeoffs }: Pattern, words: SheetWords): readonly SheetRow[] {
  return qualities.map((quality) => {
    const rows = tradeoffs.filter((row) => row.quality === quality);
    return {
      id: quality,
      label: words.qualities.get(quality)?.label ?? quality,
      entries: rows.map(({ id, text, polarity }) => ({ text, anchor: id, polarity })),
      gist: polarities
        .filter((polarity) => rows.some((row) => row.polarity === polarity))
        .map((polarity) => polaritySigns[polarity].sign)
        .join(''),
    };
  });
}

function whenRows({ whenToUse, whenNotToUse, useCases }: Pattern, words: SheetWords): readonly SheetRow[] {
  const entry = ({ id, text }: { readonly id: string; readonly text: string }): Entry => ({ text, anchor: id });
  return [
    rowOf('use', 'Use it when', whenToUse.map(entry)),
    rowOf('leave', 'Leave it when', whenNotToUse.map(entry)),
    rowOf(
      'use-cases',
      'Use cases',
      useCases.map(({ id, useCase }) => ({ text: words.useCases.get(useCase)?.label ?? useCase, anchor: id })),
    ),
  ];
}

function partRows({ components }: Pattern, words: SheetWords): readonly SheetRow[] {
  const kindOf = (id: string) => words.components.get(id)?.kind ?? 'compute';
  return componentKinds.map((kind) =>
    rowOf(
      kind,
      upperFirst(kind),
      components
        .filter(({ component }) => kindOf(component) === kind)
        .map(({ id, component, technologies }) => {
          const names = technologies.map((technology) => words.technologies.get(technology)?.name ?? technology);
          const label = words.components.get(component)?.label ?? component;
          return { text: names.length > 0 ? `${label}: ${names.join(', ')}` : label, anchor: id };
        }),
    ),
  );
}

function factRows({ facts }: Pattern): readonly SheetRow[] {
  const textOf = ({ term, text }: Fact): string => (term === undefined ? text : `${term}: ${text}`);
  return (Object.keys(factKinds) as FactKind[]).map((kind) =>
    rowOf(
      factAnchor(kind),
      factKinds[kind],
      (facts[kind] ?? []).map((row) => ({ text: textOf(row), anchor: row.id })),
    ),
  );
}

function rowOf(id: string, label: string, entries: readonly Entry[]): SheetRow {
  const gist = [...new Set(entries.map(({ text }) => text))].sort().join('\n');
  return { id, label, entries, gist };
}
