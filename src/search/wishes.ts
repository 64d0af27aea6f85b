import { complexities, fitsTeam, scales } from './facets.ts';
import type { Facet } from './facets.ts';
import type { Range, SearchPattern } from './records.ts';

/**
 * What a query says about the fit. It lifts patterns that fit and never hides one that does not; as a filter it is only offered.
 */
export interface Wish {
  /** The words of the query that say it. */
  readonly said: string;
  /** How well a pattern fits, 0 to 1. One that is made for it fits better than one that is for everything. */
  readonly fit: (pattern: SearchPattern) => number;
  /** The same as a tick, and in words. */
  readonly offer: { readonly facet: Facet; readonly value: string; readonly label: string };
}

/** The wishes in a folded query ("team of 4", "10k rps", "any scale") and what is left of it without them. */
export function readWishes(query: string): { readonly wishes: readonly Wish[]; readonly rest: string } {
  const wishes: Wish[] = [];
  let rest = numbersOf(query);
  for (const { said, wish } of phrases)
    rest = rest.replace(said, (...match: (string | undefined)[]) => {
      const offered = wish(match[1] ?? '');
      if (offered === null) return match[0] ?? '';
      wishes.push({ said: (match[0] ?? '').trim(), ...offered });
      return ' ';
    });
  return { wishes, rest };
}

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const people = '(?:people|persons?|devs?|developers?|engineers?|programmers?|coders?|of us)';

/** Numbers in digits: "three developers" → "3 developers", "10k" → "10000", "2 million" → "2000000". */
function numbersOf(query: string): string {
  return query
    .replace(new RegExp(`\\b(${numberWords.join('|')})(?= (?:${people}|million|thousand)\\b)`, 'g'), numberOf)
    .replace(new RegExp(`(?<=\\b(?:we are|were|team of|team size) )(${numberWords.join('|')})\\b`, 'g'), numberOf)
    .replace(/\b(\d{1,3}) 000\b/g, '$1000')
    .replace(/\b(\d{1,6}) ?(k|thousand|m|million|mio|b|billion)\b/g, (_, digits: string, unit: string) =>
      String(Number(digits) * (units[unit[0] ?? ''] ?? 1)),
    );
}

const units: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 };

function numberOf(word: string): string {
  return String(numberWords.indexOf(word) + 1);
}

type Wanted = Pick<Wish, 'fit' | 'offer'>;

/** A range that holds a value fits it; the wider it is, the less it says. */
const wide = 0.7;

const teamOf = (size: number): Wanted => ({
  fit: (pattern) => {
    const { min, max } = pattern.teamSize;
    if (!fitsTeam(pattern, size)) return 0;
    return min <= 1 && max === null ? wide : 1;
  },
  offer: { facet: 'team', value: String(size), label: size === 1 ? 'one person' : `team of ${size}` },
});

const anyTeam = (): Wanted => ({
  fit: ({ teamSize }) => (teamSize.min <= 1 && teamSize.max === null ? 1 : 0),
  offer: { facet: 'team', value: 'any', label: 'any team size' },
});

const within =
  (facet: 'scale' | 'complexity', order: readonly string[]) =>
  (value: string): Wanted => {
    const name = ranks[value] ?? value;
    const wanted = facet === 'complexity' ? (name === 'small' ? 'low' : name === 'large' ? 'high' : name) : name;
    return {
      fit: (pattern) => shareOf(order, pattern[facet], wanted),
      offer: { facet, value: wanted, label: facet === 'scale' ? `${wanted} scale` : `${wanted} complexity` },
    };
  };

const anyOf = (facet: 'scale' | 'complexity', order: readonly string[]) => (): Wanted => ({
  fit: (pattern) => (pattern[facet].min === order[0] && pattern[facet].max === order.at(-1) ? 1 : 0),
  offer: { facet, value: 'any', label: `any ${facet}` },
});

function shareOf(order: readonly string[], { min, max }: Range<string>, value: string): number {
  const at = order.indexOf(value);
  if (at < order.indexOf(min) || at > order.indexOf(max)) return 0;
  return order.indexOf(max) - order.indexOf(min) === order.length - 1 ? wide : 1;
}

/** What the words for size have in common. */
const ranks: Readonly<Record<string, string>> = {
  small: 'small',
  little: 'small',
  tiny: 'small',
  mid: 'medium',
  midsize: 'medium',
  big: 'large',
  huge: 'large',
  massive: 'large',
};

/**
 * Requests a second and users, as a scale. A pattern that says how much it carries is taken at its word; of the others the scale
 * decides, and weighs less: it is a rule of thumb.
 */
const loadOf =
  (unit: 'requests' | 'users') =>
  (digits: string): Wanted => {
    const count = Number(digits);
    const [small, medium] = unit === 'requests' ? [100, 10_000] : [10_000, 1_000_000];
    const scale = count <= small ? 'small' : count <= medium ? 'medium' : 'large';
    return {
      fit: (pattern) => {
        if (unit === 'requests' && pattern.traffic !== null) return count <= pattern.traffic ? 1 : 0;
        return 0.4 * shareOf(scales, pattern.scale, scale);
      },
      offer: { facet: 'scale', value: scale, label: `${scale} scale` },
    };
  };

const size = '(small|little|tiny|medium|mid|midsize|large|big|huge|massive)';
const rate =
  '(?:rps|qps|tps|req(?:uests?|s)?(?: (?:per|a|each))?(?: ?(?:s|sec|second))?|calls per second|transactions per second)';

/** How fit is put into words. The first group, if any, is the value; what comes first is read first. */
const phrases: readonly { readonly said: RegExp; readonly wish: (value: string) => Wanted | null }[] = [
  { said: /\bany (?:team size|size of team|team)\b/g, wish: anyTeam },
  { said: /\b(?:any|every|all) scales?\b/g, wish: anyOf('scale', scales) },
  { said: /\bany complexity\b/g, wish: anyOf('complexity', complexities) },
  { said: new RegExp(`\\b(\\d{1,9}) ${rate}\\b`, 'g'), wish: loadOf('requests') },
  {
    said: /\b(\d{2,9}) (?:active |daily |concurrent |monthly )*(?:users?|customers?|visitors?)\b/g,
    wish: loadOf('users'),
  },
  {
    said: /\bteams? (?:size )?(?:of )?(?:about )?(\d{1,4})(?: people| developers| engineers)?\b/g,
    wish: (value) => teamOf(Number(value)),
  },
  { said: new RegExp(`\\b(\\d{1,4}) ${people}\\b`, 'g'), wish: (value) => teamOf(Number(value)) },
  { said: /\b(?:we are|were|there are) (?:only |just |about )?(\d{1,4})\b/g, wish: (value) => teamOf(Number(value)) },
  {
    said: /\b(\d{1,4}) (?:man|person|people) (?:team|startup|company|shop)\b/g,
    wish: (value) => teamOf(Number(value)),
  },
  { said: /\b(?:solo|single|alone|lone) (?:dev|developer|person|engineer|founder)\b/g, wish: () => teamOf(1) },
  { said: /\b(?:small|tiny|little) teams?\b/g, wish: () => teamOf(3) },
  { said: /\b(?:medium|mid|midsize)(?: sized?)? teams?\b/g, wish: () => teamOf(7) },
  { said: /\b(?:large|big|huge) (?:teams?|organi[sz]ations?|orgs?|department)\b/g, wish: () => teamOf(12) },
  { said: /\b(low|medium|high) complexity\b/g, wish: within('complexity', complexities) },
  { said: /\bcomplexity (low|medium|high)\b/g, wish: within('complexity', complexities) },
  { said: new RegExp(`\\b${size} scale\\b`, 'g'), wish: within('scale', scales) },
];
