import type { Box, Kind, KindTable } from '../model.ts';
import { kindWords } from './kind-words.ts';

/**
 * What kind of component a box is, from its words: the title decides, then what stands in parentheses, then the other lines
 * where they agree. Within a line a phrase comes before a word ("message broker"), a telling word before a vague one ("Cache
 * Server" is a cache), and the last before the first, because the head of an English name stands at its end ("Kafka Consumer").
 * Words of `table` come before those that the engine knows. Where nothing is known, a node computes and a group is a platform.
 * A table is a table, whatever stands in its head.
 */
export function kindOf(box: Box, table: KindTable = {}): Kind {
  if (box.kind === 'node' && box.shape === 'table') return 'compute';
  const titleEnd = box.text.findIndex(({ role }) => role !== 'title');
  const titles = titleEnd === -1 ? box.text : box.text.slice(0, Math.max(titleEnd, 1));
  const rest = box.text.slice(titles.length);
  const written = titles.map(({ text }) => text).join(' ');
  const title = wordsOf(written.replace(inParentheses, ' '), table);
  const qualifiers = rest.filter(({ role }) => role === 'qualifier').map(({ text }) => text);
  const qualifier = wordsOf([...(written.match(inParentheses) ?? []), ...qualifiers].join(' '), table);
  const named = kindOfTitle(title, table);
  const qualified = kindOfWords(qualifier, table);
  // "Data Layer (PostgreSQL)": the title says hardly anything
  const hollow =
    !kindOfPhrase(title, table) && title.every((word) => saysLittle.has(singular(word)) || !isKnown(word, table));
  if (named && !(hollow && qualified && qualifier.some((word) => !isVague(word) && isKnown(word, table)))) return named;
  const others = rest.filter(({ role }) => role !== 'qualifier').map(({ text }) => text.replace(path, ' '));
  const agreed = new Set(others.flatMap((text) => kindOfWords(wordsOf(text, table), table) ?? []));
  const [said] = agreed.size === 1 ? agreed : [];
  return qualified ?? said ?? (box.kind === 'group' ? 'platform' : 'compute');
}

const inParentheses = /\([^()]*\)/gu;
/** The name of a file or a place on the web says what it holds, not what the box is. */
const path = /\S*(?:\/|\w\.\p{L})\S*/gu;

/** What begins with one of these and goes on is a step, whatever it is done to: "Notify customer", "Update database". */
const doing: ReadonlySet<string> = new Set(
  `
  notify send respond get fetch create update delete remove save validate verify check generate calculate compute
  implement develop setup install inspect receive settle assign register authenticate authorize process
  `.match(/\S+/g),
);

function kindOfTitle(words: readonly string[], table: KindTable): Kind | undefined {
  const [first = ''] = words;
  return words.length > 1 && doing.has(first) ? 'compute' : kindOfWords(words, table);
}

const longestPhrase = 4;

/** These say little: they count only where no other word is known, or, the second kind, only at the end of a name. */
const vague: ReadonlySet<string> = new Set(
  `
  service server node app application system layer tier process processing manager job task stack cluster platform
  infrastructure user client customer mobile web source event report data api analytics search log logging metric
  processor engine function model training edge site origin gateway network region zone cloud email mail sms
  notification slack leader primary secondary audit memory production staging prod reader writer publisher
  subscriber listener channel runner human robot bot camera repo linux kernel os artifact partition segment page panel screen
  popup viewer dialog team engineer lead vehicle master standby elastic channels presentation
  `.match(/\S+/g),
);

/** Where a title has only these, what stands in parentheses behind it tells more. */
const saysLittle: ReadonlySet<string> = new Set('app application system layer tier segment node'.split(' '));

function isVague(word: string): boolean {
  return vague.has(word) || vague.has(singular(word));
}

function kindOfWords(words: readonly string[], table: KindTable): Kind | undefined {
  return (
    kindOfPhrase(words, table) ??
    lastKnown(
      words.filter((word) => !isVague(word)),
      table,
    ) ??
    lastKnown(words, table)
  );
}

function kindOfPhrase(words: readonly string[], table: KindTable): Kind | undefined {
  for (let length = Math.min(longestPhrase, words.length); length > 1; length--) {
    const phrase = lastKnown(phrasesOf(words, length), table);
    if (phrase) return phrase;
  }
  return undefined;
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

function isKnown(word: string, table: KindTable): boolean {
  return [table, kindWords].some(
    (known) => lookUp(known, word) !== undefined || lookUp(known, singular(word)) !== undefined,
  );
}

function wordsOf(text: string, table: KindTable): readonly string[] {
  const tokens = text.match(/[\p{L}\p{N}]+(?:\.js)?/gu) ?? [];
  return tokens.flatMap((token) => {
    const word = token.toLowerCase();
    return isKnown(word, table) ? [word] : piecesOf(token).map((piece) => piece.toLowerCase());
  });
}

/**
 * "OrderService" → "Order", "Service"; "db2" → "db", "2"; "OVSDB" → "OVS", "DB"; of a name in CJK letters, which has no blanks,
 * the end, else the beginning: "订单数据库" → "数据库".
 */
function piecesOf(token: string): readonly string[] {
  if (unspaced.test(token)) return [endKnown(token) ?? beginningKnown(token) ?? token];
  return token.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{2})(?=\p{N}+$)|(?<=\p{L}{2})(?=(?:DB|db|MQ|mq|SQL|sql)$)/u);
}

const unspaced = /[\p{scx=Han}\p{scx=Katakana}\p{scx=Hiragana}\p{scx=Hangul}]$/u;

/** The longest end of a name that the engine knows. */
function endKnown(token: string): string | undefined {
  for (let start = Math.max(0, token.length - longestEnd); start < token.length; start++)
    if (lookUp(kindWords, token.slice(start)) !== undefined) return token.slice(start);
  return undefined;
}

function beginningKnown(token: string): string | undefined {
  for (let end = Math.min(token.length, longestEnd); end > 0; end--)
    if (lookUp(kindWords, token.slice(0, end)) !== undefined) return token.slice(0, end);
  return undefined;
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
