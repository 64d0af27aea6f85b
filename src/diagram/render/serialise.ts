import type { Element, ElementContent, Properties } from 'hast';

/** The tree of a drawing as text, the only place where markup is written: well-formed as XML and as HTML. */
export function serialise(element: Element): string {
  const tag = element.tagName;
  const start = `<${tag}${attributes(element.properties)}`;
  if (element.children.length === 0) return `${start}/>`;
  return `${start}>${element.children.map(content).join('')}</${tag}>`;
}

function content(child: ElementContent): string {
  if (child.type === 'element') return serialise(child);
  return child.type === 'text' ? escapeText(child.value) : '';
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
  return Object.entries(properties)
    .map(
      ([name, value]) =>
        ` ${attributeNames[name] ?? name}="${escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`,
    )
    .join('');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;')
    .replace(/\r/g, '&#13;');
}
