import type { Element, ElementContent, Properties } from 'hast';

/** The elements that a drawing is made of; nothing else ever gets into one. */
export type Tag = 'svg' | 'title' | 'desc' | 'style' | 'g' | 'path' | 'rect' | 'text' | 'a';

type Child = ElementContent | string;

/**
 * An element of the drawing; lists among the children stand for what they hold. Properties that are `undefined` are left out; numbers are written with one decimal at most;
 * strings among the children become text. Characters that XML forbids are replaced, in text and in properties alike.
 */
export function s(
  tagName: Tag,
  properties: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Child | readonly Child[])[]
): Element {
  const kept: Properties = {};
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value === undefined) continue;
    if (name === 'className') kept.className = String(value).split(' ');
    else kept[name] = typeof value === 'number' ? decimal(value) : printable(value);
  }
  return {
    type: 'element',
    tagName,
    properties: kept,
    children: children
      .flat()
      .map((child) => (typeof child === 'string' ? { type: 'text', value: printable(child) } : child)),
  };
}

/** A number as a drawing writes it: one decimal, no zero that says nothing. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const written = String(tenths / 10);
  return Math.abs(tenths) < 10 ? written.replace('0.', '.') : written;
}

/** Control characters, lone surrogates and the two non-characters that XML forbids become U+FFFD. */
function printable(text: string): string {
  return text.toWellFormed().replace(forbidden, '\ufffd');
}

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
