import { findFences, type Fence } from './fences.ts';

/**
 * A Markdown or MDX text with other drawings in its `diagram` fences; every other byte is as it was. `rewrite` gets each fence
 * and returns its drawing with as many lines or more. A fence that nothing closes is not touched: who knows where its drawing ends.
 */
export function rewriteFences(markdown: string, rewrite: (fence: Fence) => string): string {
  const pieces = markdown.split(/(\r\n|\n|\r)/);
  for (const fence of findFences(markdown)) {
    if (!fence.closed || fence.offsets.length === 0) continue;
    const before = fence.source.split('\n');
    const after = rewrite(fence).split('\n');
    if (after.length < before.length)
      throw new RangeError(
        `the fence on line ${fence.line} has ${before.length} lines and cannot have ${after.length}`,
      );
    const last = before.length - 1;
    const margin = marginOf(fence, last, pieces);
    after.forEach((text, k) => {
      const at = (fence.line + Math.min(k, last)) * 2;
      if (k > last) pieces[at] = `${pieces[at] ?? ''}${pieces[at + 1] ?? '\n'}${margin}${text}`;
      else if (text !== before[k]) pieces[at] = `${marginOf(fence, k, pieces)}${text}`;
    });
  }
  return pieces.join('');
}

/** What stands left of a line of the drawing; a blank line may lack it, and has it of the line above. */
function marginOf({ line, offsets, source }: Fence, k: number, pieces: readonly string[]): string {
  const rows = source.split('\n');
  const like =
    rows[k] !== ''
      ? k
      : Math.max(
          0,
          rows.slice(0, k).findLastIndex((row) => row !== ''),
        );
  return (pieces[(line + like) * 2] ?? '').slice(0, offsets[like] ?? 0);
}
