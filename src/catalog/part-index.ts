import {
  componentKinds,
  vendors,
  type Component,
  type ComponentKind,
  type ComponentRow,
  type Pattern,
  type Technology,
  type Vendor,
} from './schema.ts';

/** The nodes of a pattern's drawings that a term is about. */
export interface PatternNodes {
  readonly slug: string;
  readonly title: string;
  readonly nodes: readonly PatternNode[];
}

/** A node as the index tells it: its words in the drawing, and the row of its page that explains it. */
export interface PatternNode {
  readonly name: string;
  readonly anchor: string;
}

/** What the nodes of a pattern say in its drawings, by slug and name. */
export type NodeWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the indexes of parts are made from. */
export interface PartSource {
  readonly patterns: readonly Pattern[];
  readonly components: ReadonlyMap<string, Component>;
  readonly technologies: ReadonlyMap<string, Technology>;
  readonly words: NodeWords;
}

export interface ComponentEntry extends Component {
  readonly id: string;
  readonly byVendor: readonly { readonly vendor: Vendor; readonly technologies: readonly Named[] }[];
  readonly drawnIn: readonly PatternNodes[];
}

export interface TechnologyEntry extends Technology {
  readonly id: string;
  /** The components that it can be, and their kinds. */
  readonly components: readonly Named[];
  readonly kinds: readonly ComponentKind[];
  readonly drawnIn: readonly PatternNodes[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a card in a drawing says of a component. */
export interface Card {
  readonly label: string;
  readonly does: string;
}

/** How a vendor is called. */
export const vendorLabels = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  oss: 'Open source',
  saas: 'Other services',
} as const satisfies Record<Vendor, string>;

/** Every component by its kind, in the order of the flow; within a kind in that of the glossary. */
export function componentsByKind({
  patterns,
  components,
  technologies,
  words,
}: PartSource): readonly { readonly kind: ComponentKind; readonly entries: readonly ComponentEntry[] }[] {
  const entries = [...components].map(([id, component]) => ({
    ...component,
    id,
    byVendor: byVendor(component.technologies, technologies),
    drawnIn: nodesOf(patterns, words, (row) => row.component === id),
  }));
  return componentKinds
    .map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) }))
    .filter(({ entries: own }) => own.length > 0);
}

/** Every technology by its vendor, by name. */
export function technologiesByVendor({
  patterns,
  components,
  technologies,
  words,
}: PartSource): readonly { readonly vendor: Vendor; readonly entries: readonly TechnologyEntry[] }[] {
  const entries = [...technologies]
    .map(([id, technology]) => {
      const uses = [...components].filter(([, component]) => component.technologies.includes(id));
      return {
        ...technology,
        id,
        components: uses.map(([component, { label }]) => ({ id: component, name: label })),
        kinds: [...new Set(uses.map(([, { kind }]) => kind))],
        drawnIn: nodesOf(patterns, words, (row) => row.technologies.includes(id)),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return vendors
    .map((vendor) => ({ vendor, entries: entries.filter((entry) => entry.vendor === vendor) }))
    .filter(({ entries: own }) => own.length > 0);
}

function byVendor(ids: readonly string[], technologies: ReadonlyMap<string, Technology>): ComponentEntry['byVendor'] {
  return vendors
    .map((vendor) => ({
      vendor,
      technologies: ids.flatMap((id) => {
        const technology = technologies.get(id);
        return technology?.vendor === vendor ? [{ id, name: technology.name }] : [];
      }),
    }))
    .filter(({ technologies: own }) => own.length > 0);
}

/** Every node whose row is one of these, by pattern. Equal nodes of one row are told once. */
function nodesOf(
  patterns: readonly Pattern[],
  words: NodeWords,
  isOne: (row: ComponentRow) => boolean,
): readonly PatternNodes[] {
  return patterns
    .map(({ slug, title, components }) => ({
      slug,
      title,
      nodes: components.filter(isOne).flatMap((row) => {
        const names = (row.nodes ?? [row.id]).map((node) => words.get(slug)?.get(node) ?? node);
        return [...new Set(names)].map((name) => ({ name, anchor: row.id }));
      }),
    }))
    .filter(({ nodes }) => nodes.length > 0);
}
