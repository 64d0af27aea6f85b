import { factKinds, type Fact, type FactKind, type ListItem, type Pattern, type Quantity } from './schema.ts';

/** The sections of a page that hold rows. Their anchors are fixed here, never taken from a heading. */
export const sections = {
  'use-cases': 'Where it is met',
  'when-to-use': 'Use it when',
  'when-not-to-use': 'Leave it when',
  tradeoffs: 'Trade-offs',
  components: 'Components',
  related: 'Related patterns',
} as const;

/** Anchors that a page uses for itself: no row and no list may have one of these as its id. */
export const reservedIds: ReadonlySet<string> = new Set([
  ...Object.keys(sections),
  ...Object.keys(factKinds).map((kind) => factAnchor(kind as FactKind)),
  'fit',
  'diagram',
  'overview',
  'why',
  'when',
  'problem',
  'context',
  'solution',
  'facts',
  'link',
  'main',
  'search',
]);

/** A row as pages link to it and as search records it. */
export interface Row {
  readonly id: string;
  /** The anchor of the section, and its title as a page shows it. */
  readonly section: string;
  readonly sectionTitle: string;
  readonly term: string | null;
  readonly text: string;
  readonly source: 'seed' | 'editorial';
  readonly quantities: readonly Quantity[];
  /** Where the row stands in the front matter. */
  readonly path: readonly (string | number)[];
}

/** Every row of a pattern in the order of the page, points of list items after their item. */
export function rowsOf(pattern: Pattern): readonly Row[] {
  return [
    ...pattern.useCases.map((row, index) =>
      rowIn('use-cases', row, ['useCases', index], row.note ? `${row.text} ${row.note}` : row.text),
    ),
    ...pattern.whenToUse.map((row, index) => rowIn('when-to-use', row, ['whenToUse', index])),
    ...pattern.whenNotToUse.map((row, index) => rowIn('when-not-to-use', row, ['whenNotToUse', index])),
    ...pattern.tradeoffs.map((row, index) => rowIn('tradeoffs', row, ['tradeoffs', index])),
    ...factRows(pattern),
    ...pattern.lists.flatMap((list, index) =>
      list.items.flatMap((item, place) => itemRows(list.id, list.title, item, ['lists', index, 'items', place])),
    ),
    ...pattern.components.map((row, index) => rowIn('components', row, ['components', index])),
    ...pattern.related.map((row, index) => rowIn('related', row, ['related', index])),
  ];
}

/** The anchor of a kind of facts: `bestPractice` → `best-practice`. */
export function factAnchor(kind: FactKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type AnyRow = Pick<Fact, 'id' | 'text' | 'source' | 'quantities' | 'term'>;
type BareRow = Omit<AnyRow, 'term'>;
type Path = readonly (string | number)[];

function rowIn(section: keyof typeof sections, row: BareRow, path: Path, text = row.text): Row {
  return toRow(section, sections[section], { ...row, text }, path);
}

function factRows({ facts }: Pattern): readonly Row[] {
  const kinds = Object.keys(factKinds) as FactKind[];
  return kinds.flatMap((kind) =>
    (facts[kind] ?? []).map((row, index) => toRow(factAnchor(kind), factKinds[kind], row, ['facts', kind, index])),
  );
}

function itemRows(section: string, title: string, item: ListItem, path: Path): readonly Row[] {
  const chain = item.steps ? `${item.text} ${item.steps.join(' → ')}` : item.text;
  const points = (item.points ?? []).map((point, index) => toRow(section, title, point, [...path, 'points', index]));
  return [toRow(section, title, { ...item, text: chain }, path), ...points];
}

function toRow(section: string, sectionTitle: string, row: AnyRow, path: Path): Row {
  return {
    id: row.id,
    section,
    sectionTitle,
    term: row.term ?? null,
    text: row.text,
    source: row.source,
    quantities: row.quantities ?? [],
    path,
  };
}
