/** A word of a text: folded for comparing, cut for matching, and where it stands in what was written. */
export interface Word {
  /** Lower case, without accents: "Résumé" → "resume". */
  readonly text: string;
  /** What is left without the ending: "caching", "cached" and "caches" → "cach". */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Longest text that is read: nobody means more, and a pasted book must not stop the page. */
const longest = 20_000;

/**
 * Cuts a text into words. Letters and digits make words, everything else separates them; apostrophes vanish.
 * `start` and `end` are places in the text as given, so that a match can be marked in it.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(0, longest).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    const folded = fold(match[0]);
    if (folded !== '')
      words.push({ text: folded, stem: stemOf(folded), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** Lower case, without accents and apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/**
 * Cuts the ending of an English word, so that forms of one word meet. The stem is for comparing only; it need not be a word.
 * Small on purpose: the plural, an ending, and one more where the first only bent the word ("eventual-ly", "partition-ing").
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = cutStem(word);
  if (stems.size < mostStems) stems.set(word, stem);
  return stem;
}

/** What was cut before: an index of many pages meets the same words all the time. */
const stems = new Map<string, string>();
const mostStems = 50_000;

function cutStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = singularOf(word).replace(/ification$/, 'ify');
  const ending = endingOf(singular);
  const base = tidy(cut(singular, ending));
  return ending !== undefined && bending.has(ending) ? tidy(cut(base, endingOf(base))) : base;
}

function endingOf(word: string): string | undefined {
  return endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
}

function cut(word: string, ending: string | undefined): string {
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const bending: ReadonlySet<string> = new Set(['ing', 'ed', 'ly', 'est']);

const shortestStem = 4;

/** Longest first, so that "isation" goes before "ation" and "ation" before "ion". */
const endings = [
  'ization',
  'isation',
  'ability',
  'ibility',
  'ational',
  'ation',
  'ating',
  'ators',
  'izing',
  'ising',
  'able',
  'ible',
  'ated',
  'ator',
  'ment',
  'ness',
  'ency',
  'ancy',
  'ence',
  'ance',
  'ical',
  'ized',
  'ised',
  'ate',
  'ity',
  'ing',
  'ant',
  'ent',
  'ive',
  'ize',
  'ise',
  'ion',
  'ics',
  'ery',
  'est',
  'ed',
  'er',
  'or',
  'ly',
  'al',
  'ic',
] as const;

/** The word without its plural ending. */
export function singularOf(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ics') ? word.slice(0, -1) : word;
}

function tidy(stem: string): string {
  if (stem.length > 3 && /[ey]$/.test(stem)) return stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('a')) return stem.slice(0, -1);
  if (stem.length > 3 && /([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/**
 * Whether two words with one stem are forms of one word, and not only akin: "decouple" and "decoupled", not "observer" and
 * "observability".
 */
export function isFormOf(one: string, other: string): boolean {
  return one === other || bent(one) === bent(other);
}

function bent(word: string): string {
  return tidy(singularOf(word).replace(/(?<=\w{3})(?:ing|ed|e|ly|est)$/, ''));
}

/** Words that carry no subject: they are left out of the index and of a query that has others. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about all also am an and are as at be been but by can could did do does doing for from get got had has have having help here how i id if im in into ' +
    'is it its just like ll make me my need needs no nor of off on once one only or our out over please re should show so some such than that the their them ' +
    'then there these they thing things this those to too under us use used using very want was way we were what whats when where which while who whom why ' +
    'will with without would you your yours vs versus best good better recommend suggest tell give keep lets let happen happens mean means pattern patterns ' +
    'per between across within after before through during among until since make makes making take takes each other others another every any if isnt arent doesnt dont cant wont theres whats wheres hows im were ive id youre ' +
    'please explain show find looking look choose pick suited suitable fit fits example examples someone something everything thats another between really currently'
  ).split(' '),
);

/** Words that say little about the subject: they count, and less than the others. */
export const faintWords: ReadonlySet<string> = new Set(
  (
    'different handle handling build building built must stay new first many multiple several few more most less little big small large low high ' +
    'option options approach solution way ways system systems architecture design application applications app apps management manage work works working ' +
    'start started start support deal dealing without each second seconds minute time times simple easy always never still together possible project'
  ).split(' '),
);
