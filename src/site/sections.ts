import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';

/** A section of a page's body: its anchor and its head. */
export interface BodySection {
  readonly id: string;
  readonly title: string;
}

/** An author who rewords a head keeps its address: the words of `## How it works {/* #flow *\/}` may change, `#flow` stays. */
const pinned = /^\/\*\s*#([a-z0-9]+(?:-[a-z0-9]+)*)\s*\*\/$/;

/**
 * Parts the body of a page at its `##` heads, so that each can hang in the margin.
 *
 *     <figure/> <h2>How it works</h2> <p/>   →   <section id="diagram" title="Diagram"><figure/></section>
 *                                               <section id="how-it-works" title="How it works"><p/></section>
 *
 * The page maps `section` to a component of its own. What stands before the first head is the diagram; of a page that draws
 * nothing it stays as it is. The front matter of the rendered page gets `sections`, for the list of contents.
 */
export function rehypeSections() {
  return (tree: Root, file: VFile): void => {
    const parts = partsOf(tree.children);
    if (parts.length === 0) return;
    tree.children = parts.flatMap(({ section, content }) =>
      section === null ? content : [elementOf(section, content)],
    );
    publish(
      parts.flatMap(({ section }) => section ?? []),
      file,
    );
  };
}

interface Part {
  readonly section: BodySection | null;
  readonly content: RootContent[];
}

function partsOf(nodes: readonly RootContent[]): readonly Part[] {
  const heads = nodes.flatMap((node, index) => (isHead(node) ? [{ node, index }] : []));
  const before = nodes.slice(0, heads[0]?.index ?? nodes.length);
  const draws = before.some((node) => node.type === 'element' && node.tagName === 'figure');
  const lead: Part = { section: draws ? { id: 'diagram', title: 'Diagram' } : null, content: before };
  const rest = heads.map(({ node, index }, at) => ({
    section: headOf(node),
    content: nodes.slice(index + 1, heads[at + 1]?.index ?? nodes.length),
  }));
  return [lead, ...rest];
}

function isHead(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'h2';
}

function headOf({ children }: Element): BodySection {
  const title = children.map(textOf).join('').trim();
  return { id: children.map(pinOf).find(Boolean) ?? title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as ElementContent[]).map(textOf).join('') : '';
}

function pinOf(node: ElementContent): string | undefined {
  const { type, value } = node as { readonly type: string; readonly value?: string };
  return type === 'mdxTextExpression' ? pinned.exec(value?.trim() ?? '')?.[1] : undefined;
}

function elementOf({ id, title }: BodySection, content: RootContent[]): Element {
  return { type: 'element', tagName: 'section', properties: { id, title }, children: content as ElementContent[] };
}

function publish(sections: readonly BodySection[], file: VFile): void {
  const astro = file.data['astro'] as { frontmatter?: Record<string, unknown> } | undefined;
  if (astro?.frontmatter) astro.frontmatter['sections'] = sections;
}

/** What the plugin put into the front matter of a rendered page. */
export function bodySections(frontmatter: Readonly<Record<string, unknown>>): readonly BodySection[] {
  return (frontmatter['sections'] ?? []) as readonly BodySection[];
}
