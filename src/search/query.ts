import { exactKey, nameKey, pairKey } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { correct } from './spelling.ts';
import { readWishes } from './wishes.ts';
import type { Wish } from './wishes.ts';
import { faintWords, fold, isFormOf, singularOf, stemOf, stopWords, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** One thing a query asks for, and the ways in which a record may answer it. */
export interface Term {
  /** The words of the query, their spelling put right. */
  readonly said: string;
  /** How much it counts beside the others: a phrase more than a word, the words of a known phrase less. */
  readonly weight: number;
  readonly forms: readonly Form[];
}

/** Keys that one record must have together, and how sure it is that they are what was meant. */
export interface Form {
  readonly keys: readonly string[];
  readonly sure: number;
}

/** What a query means. `terms` are looked for with "or"; `wishes` lift patterns that fit. */
export interface Query {
  readonly terms: readonly Term[];
  readonly wishes: readonly Wish[];
  /** Words that no record has and the prose of the pages does: what Pagefind is asked for. */
  readonly inProse: readonly string[];
  /** The query with its spelling put right, or null where nothing was. */
  readonly corrected: string | null;
}

export interface QueryOptions {
  /** `false` takes every word as typed. */
  readonly spelling?: boolean;
}

/** Words read of one query: what comes after changes nothing but the time it takes. */
const mostWords = 20;

const sureness = {
  typed: 1,
  stem: 0.85,
  akin: 0.5,
  synonym: 0.85,
  phraseOfSynonym: 0.9,
  prefix: 0.55,
  spelling: 0.8,
} as const;
const weight = { word: 1, phrase: 1.3, name: 1.3, inPhrase: 0.45, faint: 0.4 } as const;

/** Letters of the longest word that is worth a second look. */
const longestWord = 40;

/** Words of the longest name of a pattern that is looked for. */
const longestName = 5;

/**
 * Reads a query: wishes about the fit first, then words; stop words go unless nothing else is left; neighbours that the catalog
 * knows as a phrase count as one; each word gets its synonyms; a word that is nowhere is completed or its spelling put right.
 * Never fails: any text is a query, if a poor one.
 */
export function understand(query: string, lookup: Lookup, options: QueryOptions = {}): Query {
  const { wishes, rest } = readWishes(fold(query.slice(0, 1_000)).replace(/[^\p{L}\p{N}]+/gu, ' '));
  const all = wordsOf(rest).slice(0, mostWords);
  const subject = all.filter((word) => !stopWords.has(word.text));
  const words = subject.length > 0 || wishes.length > 0 ? subject : all;
  const read = words.map((word, at) => spell(word, at === words.length - 1, lookup, options.spelling ?? true));
  const changed = read.some((word) => word.changed);
  const meant = read.filter((word) => !(word.changed && stopWords.has(word.text)));
  const known = synonymPhrases(all, meant, lookup);
  return {
    terms: [
      ...namesIn(meant, lookup),
      ...phrasesIn(meant, known, lookup),
      ...known.terms,
      ...wordTerms(meant, known, lookup),
    ],
    wishes,
    inProse: meant.filter((word) => lookup.isProse(word.text)).map((word) => word.text),
    corrected: changed ? correctedText(query, read) : null,
  };
}

interface Spelt {
  readonly word: Word;
  readonly text: string;
  readonly stem: string;
  readonly changed: boolean;
  readonly forms: readonly Form[];
}

function spell(word: Word, isLast: boolean, lookup: Lookup, mayCorrect: boolean): Spelt {
  const as = (text: string, changed: boolean, forms: readonly Form[]): Spelt => ({
    word,
    text,
    stem: stemOf(text),
    changed,
    forms,
  });
  const typed: Form[] = [];
  if (lookup.find(word.stem) !== null) {
    const exact = exactKey(word.text);
    typed.push({ keys: [exact], sure: sureness.typed });
    typed.push({ keys: [word.stem], sure: lookup.find(exact) === null ? sureness.stem : sureness.akin });
  }
  typed.push(...splits(word.text, lookup, sureness.typed));
  if (typed.length > 0 || isKnown(word, lookup)) return as(word.text, false, typed);

  const completed = isLast && word.text.length > 2 ? completions(word.text, lookup) : [];
  if (completed.length > 0) return as(word.text, false, completed);
  const right = mayCorrect ? putRight(word.text, lookup) : null;
  if (right === null) return as(word.text, false, []);
  const stem = stemOf(right);
  const forms = lookup.find(stem) === null ? [] : [{ keys: [stem], sure: sureness.spelling }];
  return as(right, true, [...forms, ...splits(right, lookup, sureness.spelling)]);
}

/** What was probably meant. The words with the same beginning come first; the others only where none of them fits. */
function putRight(text: string, lookup: Lookup): string | null {
  if (text.length > longestWord) return null;
  const like = lookup.wordsLike(text);
  if (like.has(text) || like.has(singularOf(text))) return null;
  return correct(text, like) ?? correct(text, lookup.wordsBegunWrong(text));
}

/** Whether a word that no row has is one all the same: in the synonyms, or in the prose of a page. */
function isKnown({ text, stem }: Word, lookup: Lookup): boolean {
  return lookup.synonyms.has(stem) || lookup.isProse(text);
}

/** Two words that were written as one: "route53", "loadbalancer". The catalog must know them as neighbours. */
function splits(text: string, lookup: Lookup, sure: number): readonly Form[] {
  if (text.length < 6 || text.length > longestWord) return [];
  const forms: Form[] = [];
  for (let at = 3; at <= text.length - 2; at++) {
    const first = stemOf(text.slice(0, at));
    const key = pairKey(first, stemOf(text.slice(at)));
    // Most beginnings are no words: the pair is looked for only behind those that are.
    if (lookup.find(first) !== null && lookup.find(key) !== null) forms.push({ keys: [key], sure });
  }
  return forms;
}

/** While the last word is still being typed it stands for the words that begin so. */
function completions(start: string, lookup: Lookup): readonly Form[] {
  return lookup.completions(start).map((stem) => ({ keys: [stem], sure: sureness.prefix }));
}

/** Neighbours that are the whole name of a pattern, the longest first; a name within a longer one is not looked for. */
function namesIn(words: readonly Spelt[], lookup: Lookup): readonly Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at++)
    for (let end = Math.min(words.length, at + longestName); end > at; end--) {
      const named = words.slice(at, end);
      const key = nameKey(named.map((word) => word.stem));
      if (lookup.find(key) === null) continue;
      terms.push({
        said: named.map((word) => word.text).join(' '),
        weight: weight.name,
        forms: [{ keys: [key], sure: named.some((word) => word.changed) ? sureness.spelling : sureness.typed }],
      });
      at = end - 1;
      break;
    }
  return terms;
}

/** Neighbours that the catalog knows as a phrase. Within a phrase of the synonyms they count less: it says already what they mean. */
function phrasesIn(words: readonly Spelt[], { phraseAt }: KnownPhrases, lookup: Lookup): readonly Term[] {
  const terms: Term[] = [];
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next === undefined) return;
    const forms: Form[] = [];
    const pair = pairKey(word.stem, next.stem);
    if (lookup.find(pair) !== null) forms.push({ keys: [pair], sure: sureness.typed });
    const joined = stemOf(word.text + next.text);
    if (lookup.find(joined) !== null) forms.push({ keys: [joined], sure: sureness.typed });
    const phrase = phraseAt.get(word.word.start);
    const isInside = phrase !== undefined && phrase === phraseAt.get(next.word.start);
    if (forms.length > 0)
      terms.push({ said: `${word.text} ${next.text}`, weight: isInside ? weight.inPhrase : weight.phrase, forms });
  });
  return terms;
}

/**
 * A term for each word, and for each phrase that stands in the synonyms. A word that is part of such a phrase, or of a pair
 * that the catalog knows, counts less alone: "lambda architecture" is not about AWS Lambda.
 */
function wordTerms(words: readonly Spelt[], { phraseAt }: KnownPhrases, lookup: Lookup): readonly Term[] {
  return words.map((word, at) => {
    const inPair = [words[at - 1], words[at + 1]].some((other, side) => {
      if (other === undefined) return false;
      return lookup.find(side === 0 ? pairKey(other.stem, word.stem) : pairKey(word.stem, other.stem)) !== null;
    });
    const alone = synonymsOf(word, lookup);
    const forms = [...word.forms, ...alone.flatMap((to) => formsOf(to, lookup, sureness.synonym))];
    return {
      said: word.text,
      weight: weightOf(word, inPair || phraseAt.has(word.word.start)),
      forms,
    };
  });
}

function weightOf({ text }: Spelt, isInPhrase: boolean): number {
  const own = faintWords.has(text) ? weight.faint : weight.word;
  return isInPhrase ? own * weight.inPhrase : own;
}

interface KnownPhrases {
  readonly terms: readonly Term[];
  /** Where a word of the query begins → which of the phrases it belongs to. */
  readonly phraseAt: ReadonlyMap<number, number>;
}

/** The phrases of the synonyms in a query, stop words included: "functions as a service". */
function synonymPhrases(all: readonly Word[], spelt: readonly Spelt[], lookup: Lookup): KnownPhrases {
  const terms: Term[] = [];
  const phraseAt = new Map<number, number>();
  const stemAt = new Map(spelt.map((word) => [word.word.start, word.stem]));
  const stems = all.map((word) => stemAt.get(word.start) ?? word.stem);
  for (let at = 0; at < all.length; at++) {
    const entries = (lookup.synonyms.get(stems[at] ?? '') ?? []).filter(
      (entry) => entry.stems.length > 1 && entry.stems.every((stem, offset) => stem === stems[at + offset]),
    );
    const length = entries[0]?.stems.length ?? 0;
    if (length === 0) continue;
    const said = all.slice(at, at + length);
    const forms = entries
      .filter((entry) => entry.stems.length === length)
      .flatMap((entry) => entry.to.flatMap((to) => formsOf(to, lookup, sureness.phraseOfSynonym)));
    terms.push({ said: said.map((word) => word.text).join(' '), weight: weight.phrase, forms });
    for (const word of said) phraseAt.set(word.start, terms.length);
    at += length - 1;
  }
  return { terms, phraseAt };
}

function synonymsOf({ stem, text }: Spelt, lookup: Lookup): readonly string[] {
  return (lookup.synonyms.get(stem) ?? [])
    .filter(({ words }) => words.length === 1 && isFormOf(words[0] ?? '', text))
    .flatMap((entry) => entry.to);
}

/** A phrase of the catalog as keys: the name of a pattern, its pairs where it has two words or more, else all of its stems in one row. */
function formsOf(phrase: string, lookup: Lookup, sure: number): readonly Form[] {
  const stems = wordsOf(phrase.replaceAll('-', ' '))
    .filter((word) => !stopWords.has(word.text))
    .map((word) => word.stem);
  const [first, second] = stems;
  if (first === undefined) return [];
  const name = nameKey(stems);
  const forms: Form[] = lookup.find(name) === null ? [] : [{ keys: [name], sure }];
  if (second === undefined) return [...forms, { keys: [first], sure }];
  const pairs = stems.slice(1).map((stem, at) => pairKey(stems[at] ?? '', stem));
  if (pairs.every((pair) => lookup.find(pair) !== null)) forms.push({ keys: pairs, sure });
  return [...forms, { keys: stems, sure: sure * 0.7 }];
}

/** The query as it was typed, with the words that were put right in place of the others. */
function correctedText(query: string, read: readonly Spelt[]): string {
  const right = new Map(read.filter((word) => word.changed).map((word) => [word.word.text, word.text]));
  const typed = wordsOf(query.slice(0, 1_000));
  let text = '';
  let done = 0;
  for (const word of typed) {
    const meant = right.get(word.text);
    if (meant === undefined) continue;
    text += query.slice(done, word.start) + meant;
    done = word.end;
  }
  return (text + query.slice(done, 1_000)).trim();
}
