/**
 * Markup that the build and a script in the browser write alike. It is a tree, so that escaping is nobody's job; only `html`,
 * a drawing that the engine wrote, goes in as it is.
 */
export type Markup = string | Element | { readonly html: string } | readonly Markup[];

interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** `true` is an attribute without a value, `false` none at all. */
type Attributes = Readonly<Record<string, string | boolean>>;

export function h(tag: string, attributes: Attributes, ...children: readonly Markup[]): Element {
  return { tag, attributes, children };
}

export function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  if (isList(markup)) return markup.map(toHtml).join('');
  if ('html' in markup) return markup.html;
  const { tag, attributes, children } = markup;
  const open = `<${tag}${Object.entries(attributes).map(attribute).join('')}>`;
  return voids.has(tag) ? open : `${open}${children.map(toHtml).join('')}</${tag}>`;
}

const voids = new Set(['col', 'br', 'input']);

function isList(markup: Markup): markup is readonly Markup[] {
  return Array.isArray(markup);
}

function attribute([name, value]: readonly [string, string | boolean]): string {
  if (value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
