import { readFileSync } from 'node:fs';

/**
 * Vitest's `expect` as far as the tests use it, without the words: a mutant needs to know that it was noticed, not why.
 * What it does not know is a TypeError, and that shows at once, in the run without a mutant.
 */
export function expect(found: unknown): Expectation {
  return Object.assign(claims(found, true), { not: claims(found, false) });
}

type Claims = Readonly<Record<string, (wanted?: unknown) => void>>;
interface Expectation {
  readonly not: Claims;
}

const questions: Readonly<Record<string, (found: never, wanted: never) => boolean>> = {
  toBe: (found: unknown, wanted: unknown) => Object.is(found, wanted),
  toEqual: (found: unknown, wanted: unknown) => same(found, wanted, false),
  toMatchObject: (found: unknown, wanted: unknown) => same(found, wanted, true),
  toHaveLength: (found: readonly unknown[], wanted: number) => found.length === wanted,
  toContain: (found: string | Iterable<unknown>, wanted: unknown) =>
    typeof found === 'string' ? found.includes(String(wanted)) : [...found].includes(wanted),
  toContainEqual: (found: readonly unknown[], wanted: unknown) => found.some((each) => same(each, wanted, false)),
  toMatch: (found: string, wanted: RegExp | string) =>
    typeof wanted === 'string' ? found.includes(wanted) : found.search(wanted) >= 0,
  toBeDefined: (found: unknown) => found !== undefined,
  toBeUndefined: (found: unknown) => found === undefined,
  toBeNull: (found: unknown) => found === null,
  toBeTruthy: (found: unknown) => Boolean(found),
  toBeFalsy: (found: unknown) => !found,
  toBeCloseTo: (found: number, wanted: number) => Math.abs(found - wanted) < 0.005,
  toBeGreaterThan: (found: number, wanted: number) => found > wanted,
  toBeGreaterThanOrEqual: (found: number, wanted: number) => found >= wanted,
  toBeLessThan: (found: number, wanted: number) => found < wanted,
  toBeLessThanOrEqual: (found: number, wanted: number) => found <= wanted,
  toMatchFileSnapshot: (found: string, wanted: string) => found === readFileSync(wanted, 'utf8'),
  toThrow: (found: () => unknown, wanted: RegExp | string | undefined) => {
    try {
      found();
      return false;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return (
        wanted === undefined || (typeof wanted === 'string' ? message.includes(wanted) : message.search(wanted) >= 0)
      );
    }
  },
};

function claims(found: unknown, answer: boolean): Claims {
  return Object.fromEntries(
    Object.entries(questions).map(([name, holds]) => [
      name,
      (wanted?: unknown) => {
        if (holds(found as never, wanted as never) !== answer) throw new Error(name);
      },
    ]),
  );
}

/** A value that others are like, instead of one that they are. */
class Like {
  readonly matches: (found: unknown) => boolean;
  constructor(matches: (found: unknown) => boolean) {
    this.matches = matches;
  }
}

expect.stringContaining = (part: string) => new Like((found) => typeof found === 'string' && found.includes(part));
expect.stringMatching = (form: RegExp) => new Like((found) => typeof found === 'string' && found.search(form) >= 0);
expect.objectContaining = (part: object) => new Like((found) => same(found, part, true));
expect.arrayContaining = (parts: readonly unknown[]) =>
  new Like((found) => Array.isArray(found) && parts.every((part) => found.some((each) => same(each, part, false))));
expect.any = (kind: unknown) => new Like((found) => Object(found) instanceof (kind as new () => unknown));

/** Whether two values are equal all the way down; `part` lets the first have more. What is undefined is as good as absent. */
function same(found: unknown, wanted: unknown, part: boolean): boolean {
  if (wanted instanceof Like) return wanted.matches(found);
  if (Object.is(found, wanted)) return true;
  if (typeof found !== 'object' || typeof wanted !== 'object' || found === null || wanted === null) return false;
  if (Array.isArray(wanted) || (Array.isArray(found) && !part)) {
    if (!Array.isArray(found) || !Array.isArray(wanted) || found.length !== wanted.length) return false;
    return wanted.every((each, index) => same(found[index], each, part));
  }
  if (isCollection(found) || isCollection(wanted))
    return isCollection(found) && isCollection(wanted) && same([...found], [...wanted], part);
  const needs = defined(wanted);
  const has = found as Readonly<Record<string, unknown>>;
  return (
    (part || defined(found).size === needs.size) && [...needs].every(([key, value]) => same(has[key], value, part))
  );
}

function isCollection(value: object): value is Map<unknown, unknown> | Set<unknown> {
  return value instanceof Map || value instanceof Set;
}

function defined(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, each]) => each !== undefined));
}
