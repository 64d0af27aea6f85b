const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** "8 rows", "1 row". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same for the start of a sentence, in words up to twelve: "Ten patterns". */
export function countedInWords(count: number, one: string): string {
  return `${words[count] ?? count} ${one}${count === 1 ? '' : 's'}`;
}

/** A number inside a sentence, in words up to twelve: "three". */
export function inWords(count: number): string {
  return words[count]?.toLowerCase() ?? String(count);
}
