/** Something in the content that stops the build: where it stands, what was found there, what may stand there. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The way to the value: `tradeoffs[2].quality`. */
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

/** One line an editor can jump to, and what to change: `content/patterns/cqrs.mdx:12: category: found "app"; allowed: …`. */
export function describeProblem({ file, line, field, found, allowed }: Problem): string {
  return `${file}:${line}: ${field}: found ${found}; allowed: ${allowed}`;
}

/** A path of keys and indexes as an author would say it. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`),
    '',
  );
}

/** A value as it is told in a message: short, on one line. */
export function tell(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
