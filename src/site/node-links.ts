/**
 * Where the boxes in the drawings of a page lead: a part that the front matter explains leads to its entry in the glossary.
 * Takes the front matter as the file has it, before it is held against the schema; what has not the shape leads nowhere.
 */
export function nodeLinks(frontmatter: unknown): Readonly<Record<string, string>> {
  const rows = fieldOf(frontmatter, 'components');
  if (!Array.isArray(rows)) return {};
  return Object.fromEntries(
    rows.flatMap((row: unknown) => {
      const component = fieldOf(row, 'component');
      const nodes = fieldOf(row, 'nodes') ?? [fieldOf(row, 'id')];
      if (typeof component !== 'string' || !Array.isArray(nodes)) return [];
      return nodes.map((node) => [String(node), `/components/#${component}`] as const);
    }),
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
