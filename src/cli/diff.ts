import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Lines shown before and after a change. */
const AROUND = 3;

/** The changes as a unified diff, for the eye and for `git apply`; `''` without any. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const path = name.replace(/^\//, '');
  const options = { context: AROUND, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options);
}
