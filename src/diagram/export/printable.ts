/** Text that no format trips over: lone surrogates and control characters, line breaks among them, become U+FFFD. */
export function printable(text: string): string {
  return text.toWellFormed().replace(forbidden, '\ufffd');
}

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const forbidden = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;
