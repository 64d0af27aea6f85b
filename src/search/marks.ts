import { pairKey } from './lookup.ts';
import { stemOf, stopWords, wordsOf } from './words.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text where words with one of the keys stand; the pieces together are the text. A pair marks both of its words where they are neighbours. */
export function markWords(text: string, keys: readonly string[]): readonly Piece[] {
  const single = new Set(keys.filter((key) => !key.startsWith('+')).flatMap(stemsIn));
  const pairs = new Set(keys.filter((key) => key.startsWith('+')));
  const words = wordsOf(text).filter((word) => !stopWords.has(word.text));
  const pieces: Piece[] = [];
  let done = 0;
  words.forEach((word, at) => {
    const before = words[at - 1];
    const after = words[at + 1];
    const inPair =
      (before !== undefined && pairs.has(pairKey(before.stem, word.stem))) ||
      (after !== undefined && pairs.has(pairKey(word.stem, after.stem)));
    if (!inPair && !single.has(word.stem)) return;
    if (word.start > done) pieces.push({ text: text.slice(done, word.start), marked: false });
    pieces.push({ text: text.slice(word.start, word.end), marked: true });
    done = word.end;
  });
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

/** A word as written marks all of its forms, a name all of its words. */
function stemsIn(key: string): readonly string[] {
  if (key.startsWith('=')) return [stemOf(key.slice(1))];
  return key.startsWith('@') ? key.slice(1).split(' ') : [key];
}
