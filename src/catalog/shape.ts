import type { z } from 'astro/zod';
import type { ContentDocument } from './document.ts';
import { fieldName, tell, type Problem } from './problem.ts';

/** A document that has the shape, or what it lacks. */
export type Shaped<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

/** Holds a document, or the part of it at `at`, against a schema and tells each breach with its place in the file. */
export function shape<Schema extends z.ZodType>(
  document: ContentDocument,
  schema: Schema,
  at: readonly PropertyKey[] = [],
): Shaped<z.output<Schema>> {
  if (document.problems.length > 0) return { value: null, problems: document.problems };
  const part = valueAt(document.value, at);
  const result = schema.safeParse(part);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, part, at, document));
  return { value: null, problems };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  root: unknown,
  at: readonly PropertyKey[],
  document: ContentDocument,
): readonly Problem[] {
  const place = (path: readonly PropertyKey[], found: string, allowed: string): Problem => ({
    file: document.file,
    line: document.lineOf([...at, ...path]),
    field: fieldName([...at, ...path]) || 'front matter',
    found,
    allowed,
  });
  const value = valueAt(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        place([...issue.path, key], `the unknown field "${key}"`, 'only the fields of the schema (is it a typo?)'),
      );
    case 'invalid_value':
      return [place(issue.path, tell(value), issue.values.map(String).join(', '))];
    case 'invalid_type':
      return [place(issue.path, tell(value), issue.expected)];
    case 'invalid_union':
      return unionProblems(issue, value, root, at, document) ?? [place(issue.path, tell(value), unionOptions(issue))];
    case 'too_big':
      return [place(issue.path, measured(value), `at most ${issue.maximum}${unitOf(value)}`)];
    case 'too_small':
      return [place(issue.path, measured(value), `at least ${issue.minimum}${unitOf(value)}`)];
    case 'invalid_format':
      return [place(issue.path, tell(value), issue.message)];
    default:
      return [place(issue.path, tell(value), issue.message)];
  }
}

/** Of a union of words and shapes, the shape was meant when an object was found: its own breaches say more. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  root: unknown,
  at: readonly PropertyKey[],
  document: ContentDocument,
): readonly Problem[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const deepest = issue.errors.find((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (!deepest) return null;
  return deepest.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, root, at, document));
}

function unionOptions(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = issue.errors.flat().map((inner) => {
    if (inner.code === 'invalid_value') return inner.values.map(String).join(', ');
    if (inner.code === 'invalid_type')
      return inner.expected === 'object' ? 'a range such as { min: …, max: … }' : inner.expected;
    return inner.message;
  });
  return [...new Set(options)].join(', or ');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (holder, key) => (typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined),
    root,
  );
}

function measured(value: unknown): string {
  if (typeof value === 'string') return `${value.length} characters`;
  if (Array.isArray(value)) return `${value.length} rows`;
  return tell(value);
}

function unitOf(value: unknown): string {
  if (typeof value === 'string') return ' characters';
  return Array.isArray(value) ? ' rows' : '';
}
