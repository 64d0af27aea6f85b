import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A rehype step: links in Markdown that start at the site's root get the base under which the site is served.
 * Astro does so for its own files only.
 */
export function rehypeBasePath(base: string): (tree: Root) => void {
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    if (prefix === '') return;
    visit(tree, 'element', ({ properties }) => {
      for (const name of ['href', 'src']) {
        const address = properties[name];
        if (typeof address === 'string' && /^\/(?!\/)/.test(address)) properties[name] = prefix + address;
      }
    });
  };
}
