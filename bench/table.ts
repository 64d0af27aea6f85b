/** Prints rows under a title: the first column flush left, numbers flush right. */
export function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) =>
    [head, ...rows.map((row) => row[column] ?? '')].reduce((most, { length }) => Math.max(most, length), 0),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  console.log(`\n${title}\n${[heads, ...rows].map(line).join('\n')}`);
}
