import type { Box, BoxId, Diagram } from '../model.ts';

/** The boxes that names were given to, and what could not be done with the others. */
export interface ChosenNames {
  readonly chosen: ReadonlyMap<BoxId, string>;
  /** Names whose text is no box's title, or that are no names. */
  readonly unknown: readonly string[];
  /** Names for a box that an earlier name has taken. */
  readonly duplicate: readonly string[];
}

/** What a drawing without a title is called: its first caption, but for several in one row, which head its columns. */
export function captionOf({ captions }: Diagram): string | undefined {
  const rowOf = (k: number) => captions[k]?.lines[0]?.row;
  return captions
    .find((_, k) => rowOf(k) !== rowOf(k - 1) && rowOf(k) !== rowOf(k + 1))
    ?.lines.map(({ text }) => text)
    .join(' ');
}

/** Finds the boxes of the names that an author chose. `{ 'web-1': 'Web Server#1' }` names the first of several boxes with the title "Web Server". */
export function chosenNames(diagram: Diagram, names: Readonly<Record<string, string>>): ChosenNames {
  const chosen = new Map<BoxId, string>();
  const unknown: string[] = [];
  const duplicate: string[] = [];
  for (const [name, text] of Object.entries(names)) {
    const box = namePattern.test(name) ? findTitled(diagram.boxes, text) : undefined;
    if (!box) unknown.push(name);
    else if (chosen.has(box.id)) duplicate.push(name);
    else chosen.set(box.id, name);
  }
  return { chosen, unknown, duplicate };
}

/**
 * Gives every box its public id, no two the same one: the name that the author chose for its title, else `n1`, `n2`… in reading
 * order. Numbers count all boxes, so that naming one box changes no other id.
 */
export function idsOf(diagram: Diagram, names: Readonly<Record<string, string>> = {}): ReadonlyMap<BoxId, string> {
  const { chosen } = chosenNames(diagram, names);
  const taken = new Set(chosen.values());
  return new Map(diagram.boxes.map(({ id }, index) => [id, chosen.get(id) ?? numbered(index + 1, taken)]));
}

/** What a box is called: the title lines that it begins with as one line, else its first line; `''` without any words. */
export function titleOf(box: Box): string {
  const rest = box.text.findIndex((line) => line.role !== 'title');
  const titles = box.text.slice(0, rest === -1 ? undefined : Math.max(rest, 1));
  return squeeze(titles.map((line) => line.text).join(' '));
}

const namePattern = /^[a-z][a-z0-9-]*$/;

/** The box whose title or first line is `text`; with `#k` at the end the k-th of equal ones. A title that itself ends in `#1` comes first. */
function findTitled(boxes: readonly Box[], text: string): Box | undefined {
  const wanted = squeeze(text);
  const counted = /^(.*)#([1-9][0-9]*)$/.exec(wanted);
  return (
    equals(boxes, wanted)[0] ?? (counted ? equals(boxes, squeeze(counted[1] ?? ''))[Number(counted[2]) - 1] : undefined)
  );
}

function equals(boxes: readonly Box[], title: string): readonly Box[] {
  const whole = boxes.filter((box) => titleOf(box) === title);
  return whole.length > 0 ? whole : boxes.filter((box) => squeeze(box.text[0]?.text ?? '') === title);
}

/** A chosen name may look like a number; the number then gets a tail, because no box may lose its id to another. */
function numbered(number: number, taken: ReadonlySet<string>): string {
  let id = `n${number}`;
  while (taken.has(id)) id += '-box';
  return id;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
