import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, toGraph } from '../../src/diagram/index.ts';
import type { GraphJson } from '../../src/diagram/model.ts';

/** What a drawing means, stated by hand. `freeText` may be read as a label or as a note. */
interface Truth {
  readonly nodes: readonly {
    readonly id: string;
    readonly parent: string | null;
    readonly text: readonly string[];
    readonly line: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly head: string;
    readonly label: string | null;
  }[];
  readonly captions: readonly string[];
  readonly freeText: readonly string[];
  readonly danglingFrom: readonly string[];
  readonly notesBegin: string | null;
}

const folder = new URL('./seed/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''))
  .sort();

describe('the drawings whose meaning is known', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(19);
  });

  describe.each(names)('%s', (name) => {
    const graph = toGraph(parse(readFileSync(new URL(`${name}.txt`, folder), 'utf8')));
    const truth = JSON.parse(readFileSync(new URL(`${name}.graph.json`, folder), 'utf8')) as Truth;
    const found = describeGraph(graph, truth.freeText);
    const wanted = describeTruth(truth);

    it('has the same boxes in the same places', () => expect(found.boxes).toEqual(wanted.boxes));
    it('has the same connections', () => expect(found.edges).toEqual(wanted.edges));
    it('has the same captions', () => expect(found.captions).toEqual(wanted.captions));
    it('begins its notes with the same line', () => expect(found.notesBegin).toEqual(wanted.notesBegin));
    it('names the boxes whose line arrives nowhere', () => {
      const dangling = graph.diagnostics.filter(({ rule }) => rule === 'dangling-end');
      expect(dangling).toHaveLength(truth.danglingFrom.length);
    });
  });
});

interface Described {
  readonly boxes: readonly string[];
  readonly edges: readonly string[];
  readonly captions: readonly string[];
  readonly notesBegin: string | null;
}

interface Part {
  readonly id: string;
  readonly parent: string | null;
  readonly text: readonly string[];
  readonly line: number;
}

function describeTruth(truth: Truth): Described {
  const notesBegin = truth.notesBegin === null ? null : words(truth.notesBegin).join(' ');
  return { ...describeParts(truth.nodes, truth.edges, truth.freeText), captions: truth.captions, notesBegin };
}

/** Writing that may be a note is no note where the truth has none. */
function describeGraph(graph: GraphJson, freeText: readonly string[]): Described {
  const parts = graph.nodes.map(({ id, parent, text, source }) => ({ id, parent, text, line: source.line }));
  const free = new Set(freeText.flatMap(words));
  const notes = graph.notes.split('\n').find((line) => words(line).some((word) => !free.has(word)));
  return {
    ...describeParts(parts, graph.edges, freeText),
    captions: graph.captions,
    notesBegin: notes === undefined ? null : words(notes).join(' '),
  };
}

/** Boxes by their words as a bag, with those that hold them; of boxes with equal words the k-th in reading order is `#k`. */
function describeParts(
  parts: readonly Part[],
  edges: Truth['edges'],
  freeText: readonly string[],
): Pick<Described, 'boxes' | 'edges'> {
  const seen = new Map<string, number>();
  const inOrder = parts
    .map((part, index) => ({ part, index }))
    .sort((a, b) => a.part.line - b.part.line || a.index - b.index);
  const keys = new Map(
    inOrder.map(({ part }) => {
      const bag = words(part.text.join(' ')).sort().join(' ');
      seen.set(bag, (seen.get(bag) ?? 0) + 1);
      return [part.id, `${bag}#${seen.get(bag) ?? 1}`];
    }),
  );
  const key = (id: string | null): string => (id === null ? 'none' : (keys.get(id) ?? 'unknown'));
  const free = new Set(freeText.flatMap(words));
  const described = edges.map(({ from, to, head, label }) => {
    const ends = head === 'forward' ? [key(from), key(to)] : [key(from), key(to)].sort();
    return `${ends.join(` ${head} `)} : ${words(label ?? '')
      .filter((word) => !free.has(word))
      .join(' ')}`;
  });
  return { boxes: parts.map((part) => `${key(part.id)} in ${key(part.parent)}`).sort(), edges: described.sort() };
}

/** Bullets, dashes and rules alone are no words. */
function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '' && !/^[-–—*•·=<>|\u2190-\u21ff\u2500-\u25ff]+$/u.test(word));
}
