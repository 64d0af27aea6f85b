/** Words in parentheses say more of what stands beside or above them: `(Rails)`. */
export function isInParentheses({ text }: { readonly text: string }): boolean {
  return /^\(.*\)$/u.test(text);
}

/** Words that a bracket holds together from end to end: `[connection established]`. */
export function isBracketed({ text }: { readonly text: string }): boolean {
  return /^(?:\[[^[\]]*\]|\([^()]*\))$/u.test(text);
}
