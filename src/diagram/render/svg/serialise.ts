import type { Element, ElementContent, Properties, Text } from 'hast';

/** A piece of a drawing that is markup already: what a large one has drawn need not be held as a tree until it ends. */
export class Written implements Text {
  readonly type = 'text';
  readonly value: string;

  constructor(element: Element) {
    this.value = serialise(element);
  }
}

/** The tree of a drawing as text, the only place where markup is written: well-formed as XML and as HTML. */
export function serialise(root: Element): string {
  const written: string[] = [];
  // what is still to be written, the next at the end; a string is the end of an element
  const waiting: (ElementContent | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') written.push(next);
    else if (next instanceof Written) written.push(next.value);
    else if ('value' in next) written.push(escapeText(next.value));
    else {
      const { tagName, properties, children } = next;
      written.push(`<${tagName}${attributes(properties)}${children.length === 0 ? '/>' : '>'}`);
      if (children.length > 0) waiting.push(`</${tagName}>`);
      for (const child of children.toReversed()) waiting.push(child);
    }
  }
  return written.join('');
}

/** How properties of the tree are called in markup, where it is not the same. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  ariaHidden: 'aria-hidden',
  ariaLabel: 'aria-label',
  ariaLabelledBy: 'aria-labelledby',
  ariaDescribedBy: 'aria-describedby',
  ariaRoleDescription: 'aria-roledescription',
  textAnchor: 'text-anchor',
};

function attributes(properties: Properties): string {
  let written = '';
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    written += ` ${attributeNames[name] ?? name}="${escapeAttribute(text)}"`;
  }
  return written;
}

function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Most of what is written has nothing to escape. */
const special = /[&<>"\n\t\r]/;

function escapeAttribute(text: string): string {
  if (!special.test(text)) return text;
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;')
    .replace(/\r/g, '&#13;');
}
