/**
 * What search knows: every row of every pattern as a record of its own, with its address and why it is found.
 * Plain values only, so that the same file serves the build, the page and the tests.
 */

/** Kinds of records, by how much a match in them says about the pattern; `weights` has the numbers. */
export type RecordKind =
  | 'page'
  | 'use-case'
  | 'headline'
  | 'when'
  | 'trade-off'
  | 'price'
  | 'fact'
  | 'component'
  | 'diagram'
  | 'fit'
  | 'prose';

/** Title and aka > use case > headline > trade-off and fact rows > technology > diagram words > prose. What a pattern is bad at says less about when to take it. */
export const weights: Readonly<Record<RecordKind, number>> = {
  page: 10,
  'use-case': 7,
  headline: 6.5,
  when: 4.5,
  'trade-off': 4,
  price: 3,
  fact: 4,
  component: 3,
  fit: 2.5,
  diagram: 2,
  prose: 1,
};

export interface SearchRecord {
  /** Address of the row, without the base of the site: `/patterns/cqrs/#reads-lag`. */
  readonly url: string;
  readonly pattern: string;
  readonly kind: RecordKind;
  /** Said in front of the row: "benefit", "in the diagram". */
  readonly why: string;
  readonly text: string;
  /** Words that find the row and are not shown with it, parted by ` · `: aliases, how an engineer would ask. */
  readonly also: string;
  /** Words of things like it that the page does not name: what else does the job of a component. */
  readonly near: string;
}

/** A range of ordered words or of team sizes; `max: null` is open ("10+"). */
export interface Range<Value> {
  readonly min: Value;
  readonly max: Value;
}

/** What is said about a pattern as a whole, and what its results are narrowed by. */
export interface SearchPattern {
  readonly slug: string;
  readonly title: string;
  readonly tagline: string;
  /** Scale, complexity and team in words: "Large · high complexity · team of 10+". */
  readonly fit: string;
  readonly category: string;
  readonly scale: Range<string>;
  readonly complexity: Range<string>;
  readonly teamSize: { readonly min: number; readonly max: number | null };
  /** Requests a second that it carries at most, where the pattern says so. */
  readonly traffic: number | null;
  /** Qualities that a trade-off row of the pattern speaks of. */
  readonly qualities: readonly string[];
}

/** Words that people use, and the words or ids of the catalog that they lead to. */
export interface Synonym {
  readonly words: readonly string[];
  readonly to: readonly string[];
}

/** Everything the search in the browser loads. */
export interface SearchData {
  readonly patterns: readonly SearchPattern[];
  readonly records: readonly SearchRecord[];
  readonly synonyms: readonly Synonym[];
  /** Words of the pages' prose that no record has: they are spelt right, and Pagefind knows where they stand. */
  readonly prose: readonly string[];
}

/** A pattern as search reads it; the site fills it from the catalog. */
export interface PatternSource {
  readonly pattern: SearchPattern;
  readonly aka: readonly string[];
  readonly headline: string;
  readonly summary: string;
  /** Everything with an address on the page: rows, parts of the drawings, the paragraphs of the front matter. */
  readonly rows: readonly RowSource[];
}

export interface RowSource {
  /** The anchor on the page. */
  readonly id: string;
  readonly kind: RecordKind;
  readonly why: string;
  readonly text: string;
  readonly also?: string;
  readonly near?: string;
}

/** The records of one pattern: the page, its headline, its summary, and each row. */
export function recordsOf(source: PatternSource): readonly SearchRecord[] {
  const { slug, title, tagline } = source.pattern;
  const address = `/patterns/${slug}/`;
  const on = (url: string, row: Omit<RowSource, 'id'>): SearchRecord => ({
    also: '',
    near: '',
    ...row,
    url,
    pattern: slug,
  });
  return [
    on(address, {
      kind: 'page',
      why: 'pattern',
      text: [title, ...source.aka].join(' · '),
      also: slug.replaceAll('-', ' '),
    }),
    on(`${address}#fit`, { kind: 'headline', why: 'in short', text: source.headline, also: tagline }),
    on(address, { kind: 'prose', why: 'summary', text: source.summary }),
    ...source.rows.map(({ id, ...row }) => on(`${address}#${id}`, row)),
  ];
}
