/** A text as a heading or the start of a line has it: "messaging" → "Messaging". */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text as it stands inside a sentence: "Low to medium" → "low to medium". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
