import { straighten } from './in-place.ts';
import { differenceOf } from './meaning.ts';
import { rowsToText } from './rows.ts';
import { findInk } from '../ink/ink.ts';
import type { Diagram } from '../model.ts';
import { parse } from '../parse.ts';

/** A drawing set straight, or as it was. */
export interface Formatted {
  readonly text: string;
  readonly changed: boolean;
  /** `clean`: there is nothing to mend. `left`: it is crooked and was not changed, for the reason given. */
  readonly verdict: 'clean' | 'straightened' | 'left';
  readonly reason: string | null;
}

/**
 * Sets a drawing straight: same graph, same words, same hand. What is straight keeps every byte. A drawing that would not mean
 * the same afterwards, or would change again, is left as it is.
 */
export function format(source: string): Formatted {
  const body = source.replace(/\r?\n$/u, '');
  const end = source.slice(body.length);
  // an empty row at the end, for a lower edge that was left out there
  const row = end || (source.includes('\r\n') ? '\r\n' : '\n');
  const given = body + row;
  const diagram = parse(given);
  const { text, problem } = settled(given, diagram);
  if (problem === null && text === given) return { text: source, changed: false, verdict: 'clean', reason: null };
  const reason = diagram.grid.replaced.length > 0 ? 'it holds control characters, which would be lost' : problem;
  if (reason !== null) return { text: source, changed: false, verdict: 'left', reason };
  const rows = text.endsWith(row) ? text.slice(0, -row.length) : text;
  return { text: rows + end, changed: true, verdict: 'straightened', reason: null };
}

/** How often a drawing is set straight again at most: what has moved may leave a hole in a line, or a wall that follows it. */
const AGAIN = 4;

/** The drawing at which nothing changes any more, and why it must not take the place of the one given; `null` when it may. */
function settled(given: string, diagram: Diagram): { readonly text: string; readonly problem: string | null } {
  let [text, now] = [given, diagram];
  for (let times = 0; times <= AGAIN; times++) {
    const straight = straightened(text, now);
    if (straight === text) return { text, problem: null };
    [text, now] = [straight, parse(straight)];
    const difference = differenceOf(diagram, now);
    if (difference !== null) return { text, problem: `set straight, ${difference} would change` };
  }
  return { text, problem: 'set straight, it would be crooked again' };
}

function straightened(source: string, diagram: Diagram): string {
  return rowsToText(source, diagram.grid, straighten(diagram, findInk(diagram.grid)));
}
