import { isSafeAddress } from './addresses.ts';
import { kindNames } from './kind-words.ts';
import { kindOf } from './kinds.ts';
import type { BoxId, Diagram, Kind, RenderOptions } from '../model.ts';
import { chosenNames } from './names.ts';

/** The options that speak of boxes by the names that `names` gives them. */
export type ByName = Pick<RenderOptions, 'names' | 'kindOf' | 'links' | 'emphasis'>;

/** What the author said of boxes by name, as far as it can be followed. */
export interface Choices {
  /** Of every box: the author's word, else what its own words say. */
  readonly kinds: ReadonlyMap<BoxId, Kind>;
  /** Addresses that are safe, and no others. */
  readonly links: ReadonlyMap<BoxId, string>;
  readonly emphasised: ReadonlySet<BoxId>;
}

/** An entry of an option that is left out. */
export interface Refusal {
  readonly option: 'kindOf' | 'links' | 'emphasis';
  readonly name: string;
  readonly reason: 'unknown-name' | 'unknown-kind' | 'unsafe-link';
  /** The kind or the address. */
  readonly value: string;
}

/** Finds the boxes that the author's options name. A name that `names` does not give, or a value that is none, changes nothing. */
export function choicesOf(diagram: Diagram, options: ByName & Pick<RenderOptions, 'kinds'> = {}): Choices {
  const { chosen, links, emphasised } = follow(diagram, options);
  const kinds = new Map(diagram.boxes.map((box) => [box.id, chosen.get(box.id) ?? kindOf(box, options.kinds)]));
  return { kinds, links, emphasised };
}

/** The entries that change nothing, each with its reason. */
export function refusalsOf(diagram: Diagram, options: ByName): readonly Refusal[] {
  return follow(diagram, options).refused;
}

function follow(diagram: Diagram, options: ByName) {
  const { names = {}, kindOf: kinds = {}, links: addresses = {}, emphasis = [] } = options;
  const named = new Map([...chosenNames(diagram, names).chosen].map(([box, name]) => [name, box]));
  const refused: Refusal[] = [];

  /** Calls `take` for each entry whose name and value are good. */
  const each = (
    option: Refusal['option'],
    entries: readonly (readonly [name: string, value: string])[],
    troubleWith: (value: string) => Refusal['reason'] | null,
    take: (box: BoxId, value: string) => void,
  ) => {
    for (const [name, value] of entries) {
      const trouble = Object.hasOwn(names, name) ? troubleWith(value) : 'unknown-name';
      // a name whose title no box has is told of with the names
      const box = named.get(name);
      if (trouble) refused.push({ option, name, reason: trouble, value });
      else if (box !== undefined) take(box, value);
    }
  };

  const chosen = new Map<BoxId, Kind>();
  const links = new Map<BoxId, string>();
  const emphasised = new Set<BoxId>();
  each('kindOf', Object.entries(kinds), refuseKind, (box, kind) => chosen.set(box, kind as Kind));
  each('links', Object.entries(addresses), refuseLink, (box, address) => links.set(box, address));
  each(
    'emphasis',
    emphasis.map((name) => [name, '']),
    () => null,
    (box) => emphasised.add(box),
  );
  return { chosen, links, emphasised, refused };
}

function refuseKind(kind: string): 'unknown-kind' | null {
  return (kindNames as readonly string[]).includes(kind) ? null : 'unknown-kind';
}

function refuseLink(address: string): 'unsafe-link' | null {
  return isSafeAddress(address) ? null : 'unsafe-link';
}
