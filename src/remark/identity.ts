import type { Diagram } from '../diagram/index.ts';
import type { FenceOptions } from './info-string.ts';

/** What a drawing is called on its page: its anchor, and its caption. `taken` are the anchors of the drawings above. */
export function identityOf(
  diagram: Diagram,
  { id, title }: Pick<FenceOptions, 'id' | 'title'>,
  taken: readonly string[],
): { readonly id: string; readonly title: string } {
  return { id: id ?? freeId(taken), title: title ?? firstCaption(diagram) ?? 'Diagram' };
}

/** `drawing`, `drawing-2`…: the first that no diagram above has. */
function freeId(taken: readonly string[]): string {
  let number = 1;
  const id = (): string => (number === 1 ? 'drawing' : `drawing-${number}`);
  while (taken.includes(id())) number++;
  return id();
}

function firstCaption({ captions }: Diagram): string | null {
  const words = captions[0]?.lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/:$/, '');
  return words ?? null;
}
