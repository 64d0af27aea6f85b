import { markdownOf } from '../catalog/comparison-markdown.ts';
import { patternHref } from '../catalog/links.ts';
import type { Bond, ComparedRow, ComparedSection, Comparison } from '../catalog/side-by-side.ts';
import type { Entry } from '../catalog/sheet.ts';
import { polaritySigns } from '../catalog/signs.ts';
import { h, type Markup } from './markup.ts';

/**
 * The plates of a comparison, one a pattern, and before them how the patterns belong together.
 *
 *     combines with: …   [drawing]   [drawing]
 *                        CQRS        Event-Driven
 *
 * `thumbnail` gives the drawing of a pattern as HTML.
 */
export function platesView({ patterns, bonds }: Comparison, thumbnail: (slug: string) => string): Markup {
  const plates = patterns.map(({ slug, title, tagline }) =>
    h(
      'div',
      {},
      h('div', { class: 'pic' }, { html: thumbnail(slug) }),
      h('h2', {}, h('a', { href: patternHref(slug) }, title)),
      h('p', {}, tagline),
    ),
  );
  return h('div', { class: `plates of-${patterns.length}` }, h('div', {}, bonds.map(bondView(patterns))), plates);
}

/** The sections below the plates: a table each, then how to choose, then the whole as Markdown. */
export function sectionsView(comparison: Comparison): Markup {
  return [
    ...comparison.sections.map((section) =>
      sectionView(section, section.note, tableView(section, comparison.patterns)),
    ),
    choicesView(comparison),
    sectionView(
      { id: 'markdown', title: 'As Markdown' },
      'one table',
      h(
        'p',
        { class: 'for-script' },
        h('button', { type: 'button', class: 'quiet', 'data-copy': 'markdown-table' }, 'Copy as Markdown table'),
        ' ',
        h('span', { role: 'status', class: 'small soft' }),
      ),
      h(
        'details',
        {},
        h('summary', {}, 'The table in Markdown'),
        h('pre', { id: 'markdown-table', tabindex: '0' }, h('code', {}, markdownOf(comparison))),
      ),
    ),
  ];
}

function sectionView(
  { id, title }: { readonly id: string; readonly title: string },
  note: string,
  ...matter: readonly Markup[]
): Markup {
  const head = h('header', {}, h('h2', { id }, title), h('p', {}, note), perma(`#${id}`, id));
  return h('section', { class: 'sec' }, head, h('div', { class: 'matter' }, ...matter));
}

function tableView({ title, rows }: ComparedSection, patterns: Comparison['patterns']): Markup {
  const names = patterns.map((pattern) => pattern.title);
  return h(
    'table',
    { class: 'stacked vs' },
    h('caption', { class: 'vh' }, `${title} of ${names.join(', ')}`),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, h('span', { class: 'vh' }, 'What')),
        names.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h('tbody', {}, rows.map(rowView(patterns))),
  );
}

function rowView(patterns: Comparison['patterns']): (row: ComparedRow) => Markup {
  return ({ id, label, differs, cells }) =>
    h(
      'tr',
      { id, class: differs ? 'diff' : 'same' },
      h('th', { scope: 'row' }, label, differs ? h('span', { class: 'vh' }, ' (differs)') : '', perma(`#${id}`, id)),
      patterns.map(({ slug, title }, at) => {
        const entries = cells[at] ?? [];
        return entries.length === 0
          ? h('td', { 'data-label': title, class: 'none' }, h('span', {}, 'no row'))
          : h('td', { 'data-label': title }, h('ul', {}, entries.map(entryView(slug))));
      }),
    );
}

function entryView(slug: string): (entry: Entry) => Markup {
  return ({ text, anchor, polarity, bar }) =>
    h(
      'li',
      {},
      polarity ? signView(polarity) : '',
      h(
        'div',
        {},
        bar
          ? h(
              'span',
              { class: 'bar', 'aria-hidden': 'true' },
              bar.map((on) => h('i', on ? { class: 'on' } : {})),
            )
          : '',
        text,
        // The fit of a pattern is one row: its address would be the same in each cell.
        anchor === 'fit' ? '' : [' ', perma(patternHref(slug, anchor), anchor)],
      ),
    );
}

function signView(polarity: keyof typeof polaritySigns): Markup {
  const { sign, word } = polaritySigns[polarity];
  return [h('span', { class: 'sign', 'aria-hidden': 'true' }, sign), h('span', { class: 'vh' }, `${word}: `)];
}

function choicesView(comparison: Comparison): Markup {
  const { choices, patterns } = comparison;
  if (choices.length === 0) return [];
  const titleOf = new Map(patterns.map(({ slug, title }) => [slug, title]));
  const rows = choices.map(({ from, to, text, anchor }) =>
    h(
      'li',
      { class: 'row' },
      h('div', { class: 'lead' }, h('b', {}, `Take ${titleOf.get(to) ?? to}`)),
      h('p', { class: 'tx' }, h('em', {}, `rather than ${titleOf.get(from) ?? from} when: `), text),
      perma(patternHref(from, anchor), anchor),
    ),
  );
  return sectionView(
    { id: 'choose', title: 'How to choose' },
    'by what they say of each other',
    h('ul', { class: 'rows' }, rows),
  );
}

function bondView(patterns: Comparison['patterns']): (bond: Bond) => Markup {
  const titleOf = new Map(patterns.map(({ slug, title }) => [slug, title]));
  return ({ from, to, label, text, anchor }) =>
    h(
      'p',
      {},
      `${titleOf.get(from) ?? from} `,
      h('em', {}, label),
      ` ${titleOf.get(to) ?? to}: ${text} `,
      perma(patternHref(from, anchor), anchor),
    );
}

function perma(href: string, words: string): Markup {
  return h('a', { class: 'perma', href }, words);
}
