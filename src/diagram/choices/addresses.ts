/**
 * Whether a link may lead there: https, http, mailto, a path from the root of the site, or a place on the page. All else is
 * refused, also what a browser would read as something else than it looks:
 *
 *     //evil.example   /\evil.example   java\tscript:…   data:…   \\server
 */
export function isSafeAddress(address: string): boolean {
  if (deceptive.test(address) || !address.isWellFormed()) return false;
  return allowed.some((pattern) => pattern.test(address));
}

/** Browsers drop control characters and blanks, read a backslash as a slash, and show direction marks as nothing. */
const deceptive = /[\s\\\p{Cc}\p{Cf}]/u;

const allowed: readonly RegExp[] = [/^https?:\/\/[^/?#]+/i, /^mailto:[^/?#]/i, /^\/(?!\/)/, /^#./];
