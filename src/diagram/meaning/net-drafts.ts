import { keyOf } from '../geometry/cell-key.ts';
import { smallest } from '../geometry/extent.ts';
import type { Findings } from '../findings.ts';
import { pairsOf, type Pair } from './edges.ts';
import type { Explanations } from './explanations.ts';
import type { Direction, Rect, TextRun } from '../model.ts';
import type { NetEnd, RawNet } from '../lines/nets.ts';
import { routeNets, type Route } from './routes.ts';

/** A part or words, by index. */
export type Owner = { readonly part: number; readonly words: null } | { readonly part: null; readonly words: number };

/** A net with its edges, before boxes have ids. */
export interface NetDraft {
  readonly cells: readonly number[];
  readonly ends: readonly NetEnd[];
  /** What each end is attached to. */
  readonly owners: readonly (Owner | null)[];
  /** Between ends that are attached, counted among themselves. */
  readonly edges: readonly Pair[];
  /** How many connections it means: more than there are edges where it is crowded. */
  readonly meant: number;
  readonly route: Route;
  /** Words that stand in its place. */
  readonly runs: readonly TextRun[];
}

/** An end of a net that is attached, and what to. */
export interface AttachedEnd {
  readonly end: NetEnd;
  readonly owner: Owner;
}

/** The ends that are attached; the edges of the net count among these. */
export function attachedEnds({ ends, owners }: Pick<NetDraft, 'ends' | 'owners'>): readonly AttachedEnd[] {
  const attached: AttachedEnd[] = [];
  ends.forEach((end, k) => {
    const owner = owners[k];
    if (owner) attached.push({ end, owner });
  });
  return attached;
}

/** Sets the nets straight and expands them to edges; what explains the drawing is left out. */
export function netsOf(found: Findings, explanations: Explanations): readonly NetDraft[] {
  const { lines, raw, words, structure } = found;
  // each is one value, however many lines arrive at it
  const ofParts = structure.parts.map(({ index }): Owner => ({ part: index, words: null }));
  const ofWords = words.words.map((_, index): Owner => ({ part: null, words: index }));
  const ownerOf = (end: NetEnd): Owner | null => {
    if (end.part !== null) return ofParts[end.part] ?? null;
    const index = end.run ? words.wordsOf(end.run) : null;
    return index === null || explanations.words.has(index) ? null : (ofWords[index] ?? null);
  };
  const rectOf = (end: NetEnd): Rect | null => {
    const owner = ownerOf(end);
    if (!owner) return null;
    return owner.part === null ? (words.words[owner.words]?.rect ?? null) : (structure.parts[owner.part]?.rect ?? null);
  };
  const routes = routeNets(lines, raw, rectOf);
  const drafts = raw.nets.flatMap((net, k): NetDraft[] => {
    const route = routes[k];
    if (!route || explanations.nets.has(k)) return [];
    return [draftOf(net, route)];
  });
  return [...drafts, ...contacts()]
    .map((draft) => ({ draft, first: smallest(draft.ends.map(({ at }) => keyOf(at))) }))
    .sort((a, b) => a.first - b.first)
    .map(({ draft }) => draft);

  function draftOf(net: RawNet, route: Route): NetDraft {
    const { cells, ends } = net;
    const owners = ends.map(ownerOf);
    const attached = attachedEnds({ ends, owners });
    // a head that arrives nowhere was the target
    const lost = ends.some(({ head }, k) => head && !owners[k]) && !attached.some(({ end }) => end.head);
    const lifeline = cells.some((cell) => lines.lifelines.has(cell));
    const { pairs, meant } =
      lost || lifeline
        ? { pairs: [], meant: 0 }
        : pairsOf(attached.map(({ end: { head, direction }, owner }) => ({ box: owner, head, direction })));
    return { cells, ends, owners, edges: pairs, meant, route, runs: [] };
  }

  /** Borders that touch: a line without length. */
  function contacts(): NetDraft[] {
    return lines.contacts.map(({ from, to, at, heads, runs }): NetDraft => {
      const one = structure.parts[from]?.rect;
      const other = structure.parts[to]?.rect;
      const upright = one !== undefined && other !== undefined && one.bottom <= other.top;
      const start = upright ? { row: one.bottom, column: at.column } : { row: at.row, column: one?.right ?? at.column };
      const stop = upright ? { row: other.top, column: at.column } : { row: at.row, column: other?.left ?? at.column };
      const end = (part: number, direction: Direction, pointed: boolean) => ({
        cell: -1,
        direction,
        part,
        run: null,
        head: pointed,
        marker: false,
        at,
        beside: null,
        mended: null,
      });
      const ends = [end(from, upright ? 'up' : 'left', heads[0]), end(to, upright ? 'down' : 'right', heads[1])];
      const { pairs, meant } = pairsOf(ends.map(({ part, head, direction }) => ({ box: part, head, direction })));
      const route: Route = {
        segments: [{ from: start, to: stop }],
        joints: [],
        ends: [start, stop],
        style: 'light',
        placeOf: () => start,
      };
      return { cells: [], ends, owners: ends.map(ownerOf), edges: pairs, meant, route, runs };
    });
  }
}
