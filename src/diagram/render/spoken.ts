import type { OutlinePart } from '../model.ts';
import { relationsOf } from './sentences.ts';

/** What a part is called aloud: its words, then what it leads to and comes from; of a group how many parts it holds. */
export function spokenName(part: OutlinePart): string {
  const words = part.detail.map((line) => line.replace(/^[-–—*•]\s+/u, '').replace(/\s+/gu, ' '));
  const name = [part.name, ...words.filter((line) => line.startsWith('('))].join(' ');
  const rest = words.filter((line) => !line.startsWith('(')).join(', ');
  const count = part.parts.length > 0 ? `group of ${part.parts.length}` : '';
  const links = relationsOf(part).map(
    ({ verb, links }) => `${verb} ${[...new Set(links.map((link) => link.name))].join(', ')}`,
  );
  return [[name, count].filter(Boolean).join(', '), rest, ...links]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
