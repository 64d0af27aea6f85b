import { printable } from './printable.ts';

/** An element of an XML file. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly Xml[];
}

/** An element with what it holds; text stands in attributes. */
export function xml(name: string, attributes: Xml['attributes'], children: readonly Xml[] = []): Xml {
  return { name, attributes, children };
}

/** Writes an element and all that it holds, an element a line; levels are few, however large a drawing is. Text is escaped here and nowhere else. */
export function writeXml({ name, attributes, children }: Xml, indent = ''): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `${indent}<${name}${words.join('')}`;
  if (children.length === 0) return `${start}/>\n`;
  return `${start}>\n${children.map((child) => writeXml(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML and HTML alike. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
