import type { Comparison } from './side-by-side.ts';
import type { Entry } from './sheet.ts';
import { polaritySigns } from './signs.ts';

/**
 * A comparison as one table of GitHub's Markdown, for a decision record or an issue. Several entries of a cell are parted by
 * line breaks, the only ones that a cell can hold.
 *
 *     | | CQRS | Event-Driven |
 *     | --- | --- | --- |
 *     | **Trade-offs** | | |
 *     | Consistency | − Readers may see the past. | no row |
 */
export function markdownOf({ patterns, sections }: Comparison): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const blanks = patterns.map(() => '');
  const lines = [
    row(['', ...patterns.map(({ title }) => plain(title))]),
    row(['---', ...patterns.map(() => '---')]),
    ...sections.flatMap(({ title, rows }) => [
      row([`**${plain(title)}**`, ...blanks]),
      ...rows.map(({ label, cells }) => row([plain(label), ...cells.map(cellText)])),
    ]),
  ];
  return `${lines.join('\n').replaceAll(/ {2,}/g, ' ')}\n`;
}

function cellText(entries: readonly Entry[]): string {
  if (entries.length === 0) return '*no row*';
  return entries
    .map(({ text, polarity }) => (polarity ? `${polaritySigns[polarity].sign} ${plain(text)}` : plain(text)))
    .join('<br>');
}

/** Words that stay words in Markdown, and a bar that stays in its cell. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|*_`<>[\]]/g, '\\$&');
}
