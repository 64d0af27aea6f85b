import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, Root } from 'hast';
import { createCssVariablesTheme, createHighlighter, type ShikiTransformer } from 'shiki';
import type { Transformer } from 'unified';
import { EXIT, visit } from 'unist-util-visit';

/**
 * A rehype step: words of a listing get classes by what they are, `c-keyword` and the like; their colours are in
 * src/styles/code.css, for both themes and with known contrast. Nothing is written inline, as the content policy forbids it.
 * The highlighter is loaded for the first listing only.
 */
export function rehypeCode(): Transformer<Root> {
  return async (tree, file) => {
    if (!hasListing(tree)) return;
    const step = rehypeShikiFromHighlighter(await highlighter(), {
      theme: theme.name ?? 'code',
      lazy: true,
      fallbackLanguage: 'text',
      // a busy machine would lose the classes of what it was slow at
      tokenizeTimeLimit: 0,
      transformers: [classes],
    });
    await step(tree, file, () => undefined);
  };
}

const theme = createCssVariablesTheme({ name: 'code', variablePrefix: '--c-' });

let loading: ReturnType<typeof createHighlighter> | null = null;
function highlighter(): ReturnType<typeof createHighlighter> {
  loading ??= createHighlighter({ themes: [theme], langs: [] });
  return loading;
}

/** Kinds of words that are told apart; the others are plain. */
const told = new Map([
  ['comment', 'c-comment'],
  ['keyword', 'c-keyword'],
  ['string', 'c-string'],
  ['string-expression', 'c-string'],
  ['constant', 'c-constant'],
  ['function', 'c-function'],
]);

const classes: ShikiTransformer = {
  pre(element) {
    delete element.properties['style'];
    delete element.properties['class'];
  },
  span(element) {
    const kind = /--c-token-([a-z-]+)/.exec(String(element.properties['style']))?.[1];
    delete element.properties['style'];
    const name = kind === undefined ? undefined : told.get(kind);
    if (name) element.properties['class'] = name;
  },
};

function hasListing(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element: Element) => {
    if (element.tagName !== 'pre') return;
    found = element.children.some((child) => child.type === 'element' && child.tagName === 'code');
    if (found) return EXIT;
    return;
  });
  return found;
}
