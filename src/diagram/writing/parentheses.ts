/** Words in parentheses say more of what stands beside or above them: `(Rails)`. */
export function isInParentheses({ text }: { readonly text: string }): boolean {
  return /^\(.*\)$/u.test(text);
}
