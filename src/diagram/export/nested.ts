import type { Part } from './content.ts';

/** How a format writes a node, and the lines around what a group holds. */
export interface Nesting {
  node(part: Part): string;
  open(group: Part): string;
  /** What stands first inside a group. */
  inside?(group: Part): readonly string[];
  readonly close: string;
}

/**
 * Writes boxes one in the other, each group indented by two blanks more:
 *
 *     open group
 *       node
 *     close
 *
 * Walks the parts once, so that the depth of the nesting costs nothing but its indent.
 */
export function nested(parts: readonly Part[], { node, open, inside, close }: Nesting): readonly string[] {
  const lines: string[] = [];
  let depth = 0;
  const write = (line: string): void => void lines.push('  '.repeat(depth) + line);
  const closeDownTo = (wanted: number): void => {
    while (depth > wanted) {
      depth--;
      write(close);
    }
  };
  for (const part of parts) {
    closeDownTo(part.depth);
    if (part.box.kind === 'node') {
      write(node(part));
      continue;
    }
    write(open(part));
    depth++;
    for (const line of inside?.(part) ?? []) write(line);
  }
  closeDownTo(0);
  return lines;
}
