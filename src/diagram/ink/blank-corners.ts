/**
 * Puts a `+` into the four corners of each box that was drawn without any: between its walls stand its edges, and blanks where
 * they would meet.
 *
 *      --------
 *     | Broker |
 *      --------
 */
export function withCorners(lines: readonly string[]): readonly string[] {
  const corners: (readonly [row: number, column: number])[] = [];
  lines.forEach((line, row) => {
    for (const { 0: edge, index } of line.matchAll(/(?<= )[-─][-─+vV^▼▲┬┴]+[-─](?= |$)/gu)) {
      const [left, right] = [index - 1, index + edge.length];
      const hasWalls = (at: number) => isBar(lines[at]?.[left]) && isBar(lines[at]?.[right]);
      let bottom = row + 1;
      while (hasWalls(bottom)) bottom++;
      const lower = lines[bottom]?.slice(left, right + 1) ?? '';
      if (bottom === row + 1 || lower.trim().length !== edge.length || !/^ [-─][-─+vV^▼▲┬┴]+[-─] ?$/u.test(lower))
        continue;
      corners.push([row, left], [row, right], [bottom, left], [bottom, right]);
    }
  });
  if (corners.length === 0) return lines;
  const cornered = lines.map((line) => [...line]);
  for (const [row, column] of corners) {
    const line = cornered[row] ?? [];
    while (line.length <= column) line.push(' ');
    line[column] = '+';
  }
  return cornered.map((line) => line.join(''));
}

function isBar(character: string | undefined): boolean {
  return character === '|' || character === '│';
}
