import { byId } from '../../search/client/elements.ts';
import { pack, unpack } from '../shared-drawing.ts';
import { countOf, findingItem } from './findings.ts';
import { nodeOf } from './nodes.ts';
import { startReader } from './reader.ts';
import type { Reading } from './reading.ts';

/** The page `/try/`: what is typed at the left is drawn at the right, told in words, and kept in the address. */
const drawing = byId('drawing-text', HTMLTextAreaElement);
const places = {
  picture: byId('drawing-picture', HTMLElement),
  overview: byId('drawing-overview', HTMLElement),
  words: byId('drawing-words', HTMLElement),
  straight: byId('drawing-straight', HTMLElement),
  count: byId('drawing-count', HTMLElement),
  findings: byId('drawing-findings', HTMLElement),
  said: byId('drawing-said', HTMLElement),
};

/** How long nobody has to type before the drawing is read. */
const pause = 150;
/** An address that is longer than this is cut off by some programs. */
const longestAddress = 8000;

let last: Reading | null = null;
let timer = 0;
const read = startReader(show);

drawing.addEventListener('input', () => {
  clearTimeout(timer);
  timer = window.setTimeout(draw, pause);
});
addEventListener('hashchange', () => void openAddress());
onClick('copy-svg', () => copy(last?.file));
onClick('copy-straight', () => copy(last?.straight));
onClick('copy-link', async () => {
  await keepInAddress();
  const short = location.hash.length > 1;
  await copy(short ? location.href : undefined, 'This drawing is too long for a link.');
});
onClick('straighten', () => {
  if (last === null) return;
  drawing.value = last.straight;
  draw();
  say('Straight.');
});
await openAddress();

/** Opens the drawing of the address; without one, what stands in the field. */
async function openAddress(): Promise<void> {
  const shared = location.hash.length > 1 ? await unpack(location.hash.slice(1)) : null;
  if (shared !== null && shared !== drawing.value) drawing.value = shared;
  read(drawing.value);
}

function draw(): void {
  read(drawing.value);
  void keepInAddress();
}

async function keepInAddress(): Promise<void> {
  const packed = await pack(drawing.value);
  history.replaceState(null, '', packed.length > longestAddress ? location.pathname : `#${packed}`);
}

function show(reading: Reading): void {
  last = reading;
  places.picture.replaceChildren(nodeOf(reading.picture));
  places.overview.textContent = reading.overview;
  const open = places.words.querySelector('details')?.open ?? true;
  const words = nodeOf(reading.words);
  if (words instanceof HTMLDetailsElement) words.open = open;
  places.words.replaceChildren(words);
  places.straight.textContent = reading.straight;
  const count = countOf(reading.diagnostics);
  // Said anew only when it is something else.
  if (places.count.textContent !== count) places.count.textContent = count;
  places.findings.replaceChildren(
    ...reading.diagnostics.map((finding) => findingItem(finding, () => goTo(finding.line, finding.column))),
  );
}

/** Puts the caret before a place. A column is a letter here; a wide one before it puts the caret a little off. */
function goTo(line: number, column: number): void {
  const lines = drawing.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const at = Math.min(start + column - 1, start + (lines[line - 1]?.length ?? 0));
  drawing.focus();
  drawing.setSelectionRange(at, Math.min(at + 1, drawing.value.length));
}

async function copy(text: string | undefined, otherwise = 'Nothing to copy yet.'): Promise<void> {
  if (text === undefined) return say(otherwise);
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    say('The browser does not allow it.');
  }
}

function say(words: string): void {
  places.said.textContent = words;
  setTimeout(() => (places.said.textContent = ''), 1600);
}

function onClick(id: string, act: () => unknown): void {
  byId(id, HTMLButtonElement).addEventListener('click', () => void act());
}
