import type { Box, Kind, KindTable, TextLine } from './model.ts';
import { kindWords } from './kind-words.ts';

/**
 * What kind of component a box is, from its words: the title decides, then the qualifier, then the other lines.
 * Within a line a phrase comes before a word ("message broker"), a telling word before a vague one ("Cache Server" is a
 * cache), and the last before the first, because the head of an English name stands at its end ("Kafka Consumer").
 * Words of `table` come before those that the engine knows. Where nothing is known, a node computes and a group is a platform.
 */
export function kindOf(box: Box, table: KindTable = {}): Kind {
  const titleEnd = box.text.findIndex(({ role }) => role !== 'title');
  const titles = titleEnd === -1 ? box.text : box.text.slice(0, Math.max(titleEnd, 1));
  const rest = box.text.slice(titles.length);
  const sources = [
    titles,
    rest.filter(({ role }) => role === 'qualifier'),
    rest.filter(({ role }) => role !== 'qualifier'),
  ];
  for (const source of sources) {
    const kind = kindOfWords(wordsOf(source, table), table);
    if (kind) return kind;
  }
  return box.kind === 'group' ? 'platform' : 'compute';
}

const longestPhrase = 4;

/** These say little: they count only where no other word is known, or, the second kind, only at the end of a name. */
const vague: ReadonlySet<string> = new Set(
  `
  service server node app application system layer tier process processing manager job task stack cluster platform
  infrastructure user client customer mobile web source event report data api analytics search log logging metric
  processor engine function model training edge site origin gateway network region zone cloud email mail sms
  notification slack leader primary secondary audit memory production staging prod reader writer publisher
  subscriber listener runner human robot bot camera repo linux kernel os artifact
  `.match(/\S+/g),
);

function kindOfWords(words: readonly string[], table: KindTable): Kind | undefined {
  for (let length = Math.min(longestPhrase, words.length); length > 1; length--) {
    const phrase = lastKnown(phrasesOf(words, length), table);
    if (phrase) return phrase;
  }
  return (
    lastKnown(
      words.filter((word) => !vague.has(word) && !vague.has(singular(word))),
      table,
    ) ?? lastKnown(words, table)
  );
}

function phrasesOf(words: readonly string[], length: number): readonly string[] {
  return words.slice(0, words.length - length + 1).map((_, start) => words.slice(start, start + length).join(' '));
}

function lastKnown(candidates: readonly string[], table: KindTable): Kind | undefined {
  for (const known of [table, kindWords]) {
    const kinds = candidates.map((words) => lookUp(known, words) ?? lookUp(known, singular(words)));
    const kind = kinds.findLast((each) => each !== undefined);
    if (kind) return kind;
  }
  return undefined;
}

function lookUp(table: KindTable, words: string): Kind | undefined {
  return Object.hasOwn(table, words) ? table[words] : undefined;
}

function wordsOf(lines: readonly TextLine[], table: KindTable): readonly string[] {
  const tokens = lines.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+(?:\.js)?/gu) ?? []);
  const isKnown = (word: string) =>
    [table, kindWords].some(
      (known) => lookUp(known, word) !== undefined || lookUp(known, singular(word)) !== undefined,
    );
  return tokens.flatMap((token) => {
    const word = token.toLowerCase();
    return isKnown(word) ? [word] : piecesOf(token).map((piece) => piece.toLowerCase());
  });
}

/** "OrderService" → "Order", "Service"; "db2" → "db", "2"; of a name in CJK letters, which has no blanks, the end: "订单数据库" → "数据库". */
function piecesOf(token: string): readonly string[] {
  if (unspaced.test(token)) return [endKnown(token)];
  return token.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{2})(?=\p{N}+$)/u);
}

const unspaced = /[\p{scx=Han}\p{scx=Katakana}\p{scx=Hiragana}\p{scx=Hangul}]$/u;

/** The longest end of a name that the engine knows, else the whole. */
function endKnown(token: string): string {
  for (let start = Math.max(0, token.length - longestEnd); start < token.length; start++)
    if (lookUp(kindWords, token.slice(start)) !== undefined) return token.slice(start);
  return token;
}

const longestEnd = 12;

/** "databases" → "database", "caches" → "cache", "proxies" → "proxy"; words like "redis", "kinesis", "dns" stay. */
function singular(words: string): string {
  if (/(?:ss|is|us|[^aeiou]ns|os|aws|sqs|sns|rds|ecs|eks|ads|tls)$/.test(words)) return words;
  return words
    .replace(/ies$/, 'y')
    .replace(/(x|ch|sh|ss)es$/, '$1')
    .replace(/s$/, '');
}
