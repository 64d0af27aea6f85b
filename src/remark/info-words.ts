/** `key=value` of an info string. */
export interface Word {
  readonly key: string;
  /** `null` where the key stands alone. */
  readonly value: Written | null;
  /** Where it begins: characters of the info string before it. */
  readonly at: number;
}

/** A value without its quotes, and where each of its characters stands in the info string. */
export interface Written {
  readonly text: string;
  readonly at: readonly number[];
}

/** `name=value`, or a bare name, inside a value. */
export interface Entry {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/** `key`, `key=value`, `key="a value"`; a backslash keeps a quote inside quotes. */
export function wordsOf(info: string): readonly Word[] {
  const words = info.matchAll(/([^\s="']+)(?:=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|(\S*)))?|(\S+)/g);
  return [...words].map(({ 0: whole, 1: key, 2: double, 3: single, 4: bare, index }) => {
    const quoted = double ?? single;
    const start = index + (key ?? whole).length + (quoted === undefined ? 1 : 2);
    const raw = quoted ?? bare;
    return {
      key: key ?? whole,
      value: raw === undefined ? null : written(raw, start, quoted !== undefined),
      at: index,
    };
  });
}

function written(raw: string, start: number, quoted: boolean): Written {
  const kept = [...raw.matchAll(quoted ? /\\(["'\\])|[^]/g : /[^]/g)];
  return {
    text: kept.map(([whole, escaped]) => escaped ?? whole).join(''),
    at: kept.map(({ 0: whole, index }) => start + index + whole.length - 1),
  };
}

/** `a=Title, b=Other, with a comma#2`: a comma ends a value only where another `name=` follows it. */
export function pairsOf(value: Written): readonly Entry[] {
  return piecesOf(value, /,\s*(?=[^\s,=]+\s*=)/g).map(({ text, at }) => {
    const [name = '', ...rest] = text.split('=');
    return { name: name.trim(), value: rest.join('=').trim(), at };
  });
}

/** `a, b`: names with commas or blanks between them. */
export function namesIn(value: Written): readonly Entry[] {
  return piecesOf(value, /[\s,]+/g).map(({ text, at }) => ({ name: text, value: '', at }));
}

/** What stands between the marks, without blanks around it and without empty pieces. */
function piecesOf({ text, at }: Written, mark: RegExp): readonly { readonly text: string; readonly at: number }[] {
  const ends = [...text.matchAll(mark)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return [{ from: 0, to: 0 }, ...ends].flatMap(({ to }, index) => {
    const piece = text.slice(to, ends[index]?.from ?? text.length);
    const blanks = piece.length - piece.trimStart().length;
    return piece.trim() === '' ? [] : [{ text: piece.trim(), at: at[to + blanks] ?? 0 }];
  });
}
