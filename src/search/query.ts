import { readWishes } from './facets.ts';
import type { Wish } from './facets.ts';
import { exactKey, pairKey } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { correct } from './spelling.ts';
import { fold, stemOf, stopWords, wordsOf } from './words.ts';
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
const mostWords = 24;

const sureness = { typed: 1, stem: 0.85, synonym: 0.85, phraseOfSynonym: 0.9, prefix: 0.55, spelling: 0.8 } as const;
const weight = { word: 1, phrase: 1.3, inPhrase: 0.45 } as const;

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
  const spelt = words.map((word, at) => spell(word, at === words.length - 1, lookup, options.spelling ?? true));
  const changed = spelt.some((word) => word.changed);
  return {
    terms: [...phrasesIn(spelt, lookup), ...wordTerms(spelt, all, lookup)],
    wishes,
    inProse: spelt.filter((word) => lookup.prose.has(word.text)).map((word) => word.text),
    corrected: changed ? correctedText(rest, all, spelt) : null,
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
  if (lookup.postings.has(word.stem)) {
    typed.push({ keys: [exactKey(word.text)], sure: sureness.typed });
    typed.push({ keys: [word.stem], sure: sureness.stem });
  }
  const pair = lookup.joins.get(word.text);
  if (pair !== undefined) typed.push({ keys: [pair], sure: sureness.typed });
  if (typed.length > 0 || lookup.synonyms.has(word.stem) || lookup.prose.has(word.text))
    return as(word.text, false, typed);

  const completed = isLast && word.text.length > 2 ? completions(word.text, lookup) : [];
  if (completed.length > 0) return as(word.text, false, completed);
  const right = mayCorrect ? correct(word.text, lookup.spellings) : null;
  if (right === null) return as(word.text, false, []);
  const key = lookup.joins.get(right) ?? stemOf(right);
  return as(right, true, lookup.postings.has(key) ? [{ keys: [key], sure: sureness.spelling }] : []);
}

/** While the last word is still being typed it stands for the words that begin so. */
function completions(start: string, lookup: Lookup): readonly Form[] {
  const stems = new Set<string>();
  for (const known of lookup.vocabulary.keys()) if (known.startsWith(start)) stems.add(stemOf(known));
  return [...stems].slice(0, 12).map((key) => ({ keys: [key], sure: sureness.prefix }));
}

function phrasesIn(words: readonly Spelt[], lookup: Lookup): readonly Term[] {
  const terms: Term[] = [];
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next === undefined) return;
    const forms: Form[] = [];
    const pair = pairKey(word.stem, next.stem);
    if (lookup.postings.has(pair)) forms.push({ keys: [pair], sure: sureness.typed });
    const joined = stemOf(word.text + next.text);
    if (lookup.postings.has(joined)) forms.push({ keys: [joined], sure: sureness.typed });
    if (forms.length > 0) terms.push({ said: `${word.text} ${next.text}`, weight: weight.phrase, forms });
  });
  return terms;
}

/**
 * A term for each word, and for each phrase that stands in the synonyms. A word that is part of such a phrase, or of a pair
 * that the catalog knows, counts less alone: "lambda architecture" is not about AWS Lambda.
 */
function wordTerms(words: readonly Spelt[], all: readonly Word[], lookup: Lookup): readonly Term[] {
  const { terms, covered } = synonymPhrases(all, words, lookup);
  words.forEach((word, at) => {
    const inPair = [words[at - 1], words[at + 1]].some((other, side) => {
      if (other === undefined) return false;
      return lookup.postings.has(side === 0 ? pairKey(other.stem, word.stem) : pairKey(word.stem, other.stem));
    });
    const alone = synonymsOf([word.stem], lookup);
    const forms = [...word.forms, ...alone.flatMap((to) => formsOf(to, lookup, sureness.synonym))];
    terms.push({
      said: word.text,
      weight: inPair || covered.has(word.word.start) ? weight.inPhrase : weight.word,
      forms,
    });
  });
  return terms;
}

function synonymPhrases(
  all: readonly Word[],
  spelt: readonly Spelt[],
  lookup: Lookup,
): { terms: Term[]; covered: Set<number> } {
  const terms: Term[] = [];
  const covered = new Set<number>();
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
    for (const word of said) covered.add(word.start);
    at += length - 1;
  }
  return { terms, covered };
}

function synonymsOf(stems: readonly string[], lookup: Lookup): readonly string[] {
  return (lookup.synonyms.get(stems[0] ?? '') ?? [])
    .filter((entry) => entry.stems.length === stems.length)
    .flatMap((entry) => entry.to);
}

/** A phrase of the catalog as keys: its pairs where it has two words, else all of its stems in one record. */
function formsOf(phrase: string, lookup: Lookup, sure: number): readonly Form[] {
  const stems = wordsOf(phrase.replaceAll('-', ' '))
    .filter((word) => !stopWords.has(word.text))
    .map((word) => word.stem);
  const [first, second] = stems;
  if (first === undefined) return [];
  if (second === undefined) return [{ keys: [first], sure }];
  const pairs = stems.slice(1).map((stem, at) => pairKey(stems[at] ?? '', stem));
  const together: Form = { keys: stems, sure: sure * 0.7 };
  return pairs.every((pair) => lookup.postings.has(pair)) ? [{ keys: pairs, sure }, together] : [together];
}

function correctedText(rest: string, all: readonly Word[], spelt: readonly Spelt[]): string {
  const right = new Map(spelt.map((word) => [word.word.start, word.text]));
  return all.map((word) => right.get(word.start) ?? rest.slice(word.start, word.end)).join(' ');
}
