import type { OutlinePart } from '../diagram/index.ts';

/** Every part of an outline: a group comes right before all that it holds. */
export function allParts(parts: readonly OutlinePart[]): readonly OutlinePart[] {
  return parts.flatMap((part) => [part, ...allParts(part.parts)]);
}
