import { componentHref } from '../../catalog/links.ts';
import type { Card } from '../../catalog/part-index.ts';
import { el } from '../../search/client/elements.ts';
import cardStyle from './cards.css?inline';

/**
 * Cards in a drawing: pointing at a node, or reaching it by keyboard, tells what its component does and lights up what it connects
 * to. The drawing itself is plain links; what connects is read from the words beside it. Escape closes a card.
 */
const card = el('div', { class: 'card', id: 'card', hidden: true });
let cards: Promise<Readonly<Record<string, Card>>> | null = null;
/** The link whose card is open. */
let open: Element | null = null;
let closing: ReturnType<typeof setTimeout> | undefined;

const style = new CSSStyleSheet();
style.replaceSync(cardStyle);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

for (const figure of document.querySelectorAll<HTMLElement>('.fig')) {
  figure.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') lead(figure, event.target);
  });
  figure.addEventListener('pointerleave', () => leave());
  figure.addEventListener('focusin', ({ target }) => lead(figure, target));
  figure.addEventListener('focusout', () => leave());
}
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});

/** Follows the pointer or the focus: a node opens its card, the card keeps itself open, anything else lets it go. */
function lead(figure: HTMLElement, target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  const link = target.closest('.d-link');
  if (link === null && target.closest('.card') === null) {
    leave();
    return;
  }
  clearTimeout(closing);
  if (link !== null && link !== open) void show(figure, link);
}

/** A card stays for a moment, so that the pointer can get to it. */
function leave(): void {
  clearTimeout(closing);
  closing = setTimeout(close, 250);
}

function close(): void {
  clearTimeout(closing);
  open?.removeAttribute('aria-describedby');
  open = null;
  card.hidden = true;
  for (const svg of document.querySelectorAll('.d-pointed')) svg.classList.remove('d-pointed');
  for (const lit of document.querySelectorAll('.d-lit')) lit.classList.remove('d-lit');
}

async function show(figure: HTMLElement, link: Element): Promise<void> {
  close();
  open = link;
  light(figure, link);
  cards ??= load();
  const address = link.getAttribute('href') ?? '';
  const entry = (await cards)[address.slice(address.indexOf('#') + 1)];
  // Meanwhile the pointer may have gone on.
  if (!entry || open !== link) return;
  const name = (boxOf(link)?.getAttribute('aria-label') ?? '').split('. ')[0] ?? '';
  card.replaceChildren(
    el('b', {}, name.replace(/\.$/, '')),
    el('p', {}, entry.does),
    el('a', { href: address }, entry.label),
  );
  figure.append(card);
  card.hidden = false;
  place(figure, link);
  link.setAttribute('aria-describedby', card.id);
}

/** The words of the glossary. Where they cannot be had there are no cards, and they are asked for again. */
async function load(): Promise<Readonly<Record<string, Card>>> {
  try {
    const answer = await fetch(`${componentHref()}cards.json`);
    return (await answer.json()) as Readonly<Record<string, Card>>;
  } catch {
    cards = null;
    return {};
  }
}

/** The node, and what the words beside the drawing say that it leads to or comes from. */
function light(figure: HTMLElement, link: Element): void {
  const box = boxOf(link);
  if (!box) return;
  const prefix = `${figure.id}-`;
  const words = document.getElementById(`${prefix}text-${box.id.slice(prefix.length)}`);
  const others = [...(words?.querySelectorAll(':scope > .dir > a') ?? [])].map((other) =>
    document.getElementById((other.getAttribute('href') ?? '').replace(`#${prefix}text-`, prefix)),
  );
  for (const lit of [box, ...others]) lit?.classList.add('d-lit');
  box.closest('svg')?.classList.add('d-pointed');
}

/** The link stands round a node, and inside a group. */
function boxOf(link: Element): Element | null {
  return link.querySelector('[id]') ?? link.closest('[id]');
}

/** Beside, below or above the node, inside the figure: where it covers least of what is lit. */
function place(figure: HTMLElement, link: Element): void {
  const frame = figure.getBoundingClientRect();
  const node = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const lit = [...figure.querySelectorAll('.d-lit')].map((each) => each.getBoundingClientRect());
  const spots = [
    { left: node.right + gap, top: node.top },
    { left: node.left, top: node.bottom + gap },
    { left: node.left - gap - width, top: node.top },
    { left: node.left, top: node.top - gap - height },
  ].map(({ left, top }) => new DOMRect(Math.max(Math.min(left, frame.right - width), frame.left), top, width, height));
  const hidden = (spot: DOMRect): number =>
    lit.reduce((sum, box) => sum + shared(spot, box), 0) +
    width * height -
    shared(spot, new DOMRect(0, 0, innerWidth, innerHeight));
  const best = spots.reduce((least, spot) => (hidden(spot) < hidden(least) ? spot : least));
  card.style.left = `${best.left - frame.left}px`;
  card.style.top = `${best.top - frame.top}px`;
}

const gap = 8;

/** The area that two rectangles have in common. */
function shared(one: DOMRect, other: DOMRect): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(width, 0) * Math.max(height, 0);
}
