import type { Diagram } from '../../src/diagram/model.ts';
import { toNotation } from '../../src/diagram/render/words/notation.ts';

/** A case file: its story, the drawing, and what the drawing means. */
export interface Case {
  readonly story: string;
  readonly drawing: string;
  readonly meaning: Meaning;
}

interface Meaning {
  /** One string a box: its own words and those of all that hold it. */
  readonly boxes: readonly string[];
  readonly edges: readonly string[];
  readonly captions: readonly string[];
  readonly notes: readonly string[];
  readonly loose: number;
  readonly free: readonly string[];
}

export function readCase(file: string): Case {
  const [drawn = '', stated] = file.replace(/\r\n/g, '\n').split(/^==>[ \t]*(?:\n|$)/m);
  if (stated === undefined) throw new Error('A case needs a line `==>` between the drawing and its meaning.');
  const story = /^(?:# .*\n)*/.exec(drawn)?.[0] ?? '';
  return { story: story.trim(), drawing: drawn.slice(story.length), meaning: readMeaning(stated) };
}

/** What the diagram has and what it should have, as lists of lines that are equal when the meaning is. */
export function compare(
  diagram: Diagram,
  expected: Meaning,
): { readonly found: readonly string[]; readonly wanted: readonly string[] } {
  const actual = readMeaning(toNotation(diagram));
  return { found: lines(actual, expected.free), wanted: lines(expected, expected.free) };
}

function lines(meaning: Meaning, free: readonly string[]): readonly string[] {
  const freeWords = new Set(free.flatMap((text) => text.split(/\s+/)));
  const bare = (text: string): string =>
    text
      .split(' ')
      .filter((word) => word !== '/' && !freeWords.has(word))
      .join(' ');
  const all = [
    ...[...meaning.boxes].sort(),
    ...meaning.edges
      .map((edge) => edge.replace(/ : .*$/, (label) => (bare(label.slice(3)) ? ` : ${bare(label.slice(3))}` : '')))
      .sort(),
    ...meaning.captions.map((text) => `caption ${bare(text)}`).filter((line) => line !== 'caption '),
    ...meaning.notes.map((text) => `notes ${bare(text)}`).filter((line) => line !== 'notes '),
    `loose ${meaning.loose}`,
  ];
  return all;
}

/** Reads the lines below `==>`; a line that is none of the notation's is a mistake in the case and throws. */
function readMeaning(text: string): Meaning {
  const boxes: { readonly words: readonly string[]; readonly path: string }[] = [];
  const path: string[] = [];
  const stated: RegExpExecArray[] = [];
  const captions: string[] = [];
  const notes: string[] = [];
  const free: string[] = [];
  let loose = 0;
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const box = /^\s*(node|group) ("(?:\\.|[^"\\])*")(?: with (.+))?$/.exec(line);
    const edge = /^("(?:\\.|[^"\\])*") (->|<->|--) ("(?:\\.|[^"\\])*")(?: : (.*))?$/.exec(line);
    const said = /^(caption|notes|free) ("(?:\\.|[^"\\])*")$/.exec(line);
    const count = /^loose (\d+)$/.exec(line);
    if (box) {
      const words = [box[2] ?? '', ...(box[3]?.match(/"(?:\\.|[^"\\])*"/g) ?? [])].map(unquote);
      if (depth > path.length || !Number.isInteger(depth)) throw new Error(`This box is indented too far: ${line}`);
      path.splice(depth, Infinity, `${box[1]} ${words.filter(Boolean).join(' ')}`);
      boxes.push({ words, path: path.join(' > ') });
    } else if (edge) stated.push(edge);
    else if (said)
      ({ caption: captions, notes, free })[said[1] as 'caption' | 'notes' | 'free'].push(unquote(said[2] ?? ''));
    else if (count) loose = Number(count[1]);
    else throw new Error(`This line is not in the notation: ${line}`);
  }
  const nameOf = namesOf(boxes.map(({ words }) => words));
  const edges = stated.map((edge) => {
    const [from, to] = [edge[1], edge[3]].map((reference) => nameOf(reference ?? '', edge[0]));
    return edgeKey(from ?? '', edge[2] ?? '', to ?? '', edge[4] ?? '');
  });
  return { boxes: boxes.map((box) => box.path), edges, captions, notes, loose, free };
}

function edgeKey(from: string, arrow: string, to: string, label: string): string {
  const [first, second] = arrow === '->' || from <= to ? [from, to] : [to, from];
  return `${first} ${arrow} ${second}${label.trim() ? ` : ${squeeze(label)}` : ''}`;
}

/** What edges call the box of a reference: all its words, for a row of columns is one line or several; and its number among equal ones. */
function namesOf(boxes: readonly (readonly string[])[]): (reference: string, edge: string) => string {
  const wholes = boxes.map((words) => words.filter(Boolean).join(' '));
  const placesOf = (title: string | undefined) => [...boxes.keys()].filter((k) => boxes[k]?.[0] === title);
  return (reference, edge) => {
    const title = unquote(reference);
    const counted = /^(.*)#([1-9]\d*)$/.exec(title);
    const [place, another] = placesOf(title);
    if (another !== undefined)
      throw new Error(`Several boxes are called ${reference}; say which with #1, #2…: ${edge}`);
    const at = place ?? placesOf(counted?.[1])[Number(counted?.[2]) - 1];
    if (at === undefined) throw new Error(`No box of the meaning is called ${reference}: ${edge}`);
    const equal = [...boxes.keys()].filter((k) => wholes[k] === wholes[at]);
    return `"${wholes[at]}${equal.length > 1 ? `#${equal.indexOf(at) + 1}` : ''}"`;
  };
}

function unquote(quoted: string): string {
  return squeeze(quoted.slice(1, -1).replace(/\\(.)/g, '$1'));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
