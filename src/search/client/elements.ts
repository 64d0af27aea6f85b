import { markWords } from '../marks.ts';

type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes and children. Text goes in as text, so that no query can become markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A text with the words that were looked for in `<mark>`. */
export function marked(text: string, keys: readonly string[]): readonly (Node | string)[] {
  return markWords(text, keys).map((piece) => (piece.marked ? el('mark', {}, piece.text) : piece.text));
}

/** The element with an id, which the page promises to have. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} with the id "${id}".`);
  return element;
}
