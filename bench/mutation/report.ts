import type { Verdict } from './court.ts';
import type { Mutant } from './lab.ts';

/** The score as a whole and of each file, and every mutant that no test found. `of` is how many there are in all. */
export function report(mutants: readonly (Mutant & { readonly verdict: Verdict })[], of: number): string {
  const judged = [...mutants].sort((a, b) => a.number - b.number);
  const verdicts = judged.map(({ verdict }) => verdict);
  const missed = judged.filter(({ verdict }) => verdict === 'left' || verdict === 'unmet');
  return [
    ...missed.map((mutant) => say(mutant, mutant.verdict)),
    '',
    `${'file'.padEnd(44)}${'mutants'.padStart(8)}${'found'.padStart(7)}${'slow'.padStart(6)}${'left'.padStart(6)}${'unmet'.padStart(7)}${'score'.padStart(8)}`,
    ...[...new Set(judged.map(({ file }) => file))].map((file) =>
      row(
        file,
        judged.filter((each) => each.file === file).map(({ verdict }) => verdict),
      ),
    ),
    row('all', verdicts),
    confidence(verdicts, of),
  ].join('\n');
}

/** A mutant in a line: where it is, what it is, what became of it. */
export function say({ file, line, column, kind, before, after }: Mutant, verdict: Verdict): string {
  return `${file}:${line}:${column} ${kind}, ${verdict}: ${short(before)} → ${short(after)}`;
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const figures = [verdicts.length, count('found'), count('slow'), count('left'), count('unmet')];
  const widths = [8, 7, 6, 6, 7];
  return (
    name.padEnd(44) +
    figures.map((figure, index) => String(figure).padStart(widths[index] ?? 0)).join('') +
    `${(100 * share(verdicts)).toFixed(1)} %`.padStart(8)
  );
}

function share(verdicts: readonly Verdict[]): number {
  return verdicts.filter((verdict) => verdict === 'found' || verdict === 'slow').length / Math.max(1, verdicts.length);
}

/** Wilson's interval: where the score of all mutants lies in 19 of 20 samples. */
function confidence(verdicts: readonly Verdict[], of: number): string {
  const [n, p, z] = [Math.max(1, verdicts.length), share(verdicts), 1.96];
  if (n >= of) return `All ${of} mutants were judged.`;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  const [low, high] = [middle - reach, middle + reach].map((each) => (100 * each).toFixed(1));
  return `A sample of ${n} of ${of}: the score of all is between ${low} % and ${high} %, with 95 % confidence.`;
}
