import type { Diagram, OutlineLink, OutlinePart } from '../../model.ts';

/** The outline as plain text, a part a line, nested by two blanks: for the terminal, for search and for people who listen. */
export function outlineText(diagram: Diagram, overview: string, parts: readonly OutlinePart[]): string {
  const captions = diagram.captions.map(({ lines }) => lines.map(({ text }) => text).join(' '));
  const blocks = [
    [...captions, overview].join('\n'),
    partsWithin(parts)
      .map(({ part, depth }) => partLine(part, '  '.repeat(depth)))
      .join('\n'),
    diagram.notes,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** Each part followed by those that it holds. */
export function partsWithin(
  parts: readonly OutlinePart[],
): readonly { readonly part: OutlinePart; readonly depth: number }[] {
  const listed: { readonly part: OutlinePart; readonly depth: number }[] = [];
  const waiting = parts.map((part) => ({ part, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const depth = next.depth + 1;
    listed.push(next);
    for (const part of next.part.parts.toReversed()) waiting.push({ part, depth });
  }
  return listed;
}

/** `- Client (Web). Leads to Gateway (“HTTPS”). Comes from Queue.` */
function partLine(part: OutlinePart, indent: string): string {
  const { qualifier, list } = detailOf(part);
  const more = part.href === null ? '' : `More at <${part.href}>`;
  const sentences = [[part.name, qualifier].filter(Boolean).join(' '), list, ...linkSentences(part), more]
    .filter(Boolean)
    .map(ended);
  return `${indent}- ${sentences.join(' ')}`;
}

/** The lines below a part's title as a sentence has them: what stands in parentheses, and the rest. */
export function detailOf(part: OutlinePart): { readonly qualifier: string; readonly list: string } {
  const isQualifier = (phrase: string): boolean => /^\(.*\)$/u.test(phrase);
  return {
    qualifier: part.detail.filter(isQualifier).join(' '),
    list: part.detail.filter((phrase) => !isQualifier(phrase)).join('; '),
  };
}

/** What each kind of line is called, in the order in which it is told. */
const relations = [
  { verb: 'Leads to', links: (part: OutlinePart) => part.leadsTo.filter(({ head }) => head === 'forward') },
  { verb: 'Comes from', links: (part: OutlinePart) => part.comesFrom },
  { verb: 'Exchanges with', links: (part: OutlinePart) => part.leadsTo.filter(({ head }) => head === 'both') },
  { verb: 'Is joined to', links: (part: OutlinePart) => part.leadsTo.filter(({ head }) => head === 'none') },
] as const;

/** A part's links by what they are called, without the empty ones: `[{ verb: 'Leads to', links: […] }]`. */
export function relationsOf(
  part: OutlinePart,
): readonly { readonly verb: string; readonly links: readonly OutlineLink[] }[] {
  return relations.map(({ verb, links }) => ({ verb, links: links(part) })).filter(({ links }) => links.length > 0);
}

function linkSentences(part: OutlinePart): readonly string[] {
  return relationsOf(part).map(({ verb, links }) => `${verb} ${links.map(linkWords).join(', ')}`);
}

function linkWords({ name, label }: OutlineLink): string {
  return label === null ? name : `${name} (“${label.replace(/\s+/g, ' ')}”)`;
}

function ended(sentence: string): string {
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}
