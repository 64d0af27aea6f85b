import type { Element as Tree, Properties } from 'hast';

const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * A tree of the renderer as nodes of the page. Every element is made by its name and every text is set as text: nothing that a
 * reader types can become markup.
 */
export function nodeOf(tree: Tree, inSvg = false): Element {
  const svg = inSvg || tree.tagName === 'svg';
  const node = svg ? document.createElementNS(svgSpace, tree.tagName) : document.createElement(tree.tagName);
  for (const [name, value] of attributesOf(tree.properties)) node.setAttribute(name, value);
  for (const child of tree.children) {
    if (child.type === 'element') node.append(nodeOf(child, svg));
    if (child.type === 'text') node.append(child.value);
  }
  return node;
}

function attributesOf(properties: Properties): readonly (readonly [string, string])[] {
  return Object.entries(properties).flatMap(([name, value]) =>
    name === 'xmlns' || value === null || value === undefined || value === false
      ? []
      : [[attributeName(name), Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)] as const],
  );
}

/** How properties of a tree are called on the page, where it is not the same. */
const attributeNames: Readonly<Record<string, string>> = { className: 'class', textAnchor: 'text-anchor' };

function attributeName(name: string): string {
  return attributeNames[name] ?? name.replace(/^aria([A-Z].*)$/, (_, rest: string) => `aria-${rest.toLowerCase()}`);
}
