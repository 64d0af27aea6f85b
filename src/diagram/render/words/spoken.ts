import type { OutlinePart } from '../../model.ts';
import { detailOf, relationsOf } from './sentences.ts';

/** What a part is called aloud: its words, then what it leads to and comes from; of a group how many parts it holds. */
export function spokenName(part: OutlinePart): string {
  const { qualifier, list } = detailOf(part);
  const name = [part.name, qualifier].filter(Boolean).join(' ');
  const count = part.parts.length > 0 ? `group of ${part.parts.length}` : '';
  const links = relationsOf(part).map(
    ({ verb, links }) => `${verb} ${[...new Set(links.map((link) => link.name))].join(', ')}`,
  );
  return [[name, count].filter(Boolean).join(', '), list, ...links]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
