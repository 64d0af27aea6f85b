import { lowerFirst } from './capitals.ts';
import { complexityLabel, quantityLabel, scaleLabel, teamLabel } from './labels.ts';
import { questions, type Answer, type Limit, type Question } from './questions.ts';
import { byId } from './related.ts';
import { scaleBars } from './scale-bars.ts';
import type { Pattern, Polarity, Quantity } from './schema.ts';

/** What an answer does to a pattern: one step up, one down, or, where rows stand against each other, none. */
export interface Move {
  readonly slug: string;
  readonly title: string;
  readonly step: -1 | 0 | 1;
  /** Never empty: a pattern that has nothing to say to an answer is not moved by it. */
  readonly reasons: readonly Reason[];
}

/** A row that speaks for or against a pattern. */
export interface Reason {
  readonly polarity: Polarity;
  readonly text: string;
  /** The page that has the row, and its anchor. Another page may say it: "leave it when …, take this instead". */
  readonly page: string;
  readonly anchor: string;
}

export interface DecidedAnswer {
  readonly id: string;
  readonly label: string;
  /** In the order of the catalog. */
  readonly moves: readonly Move[];
}

export interface DecidedQuestion extends Pick<Question, 'id' | 'ask'> {
  readonly answers: readonly DecidedAnswer[];
}

/** Every answer with what it does to every pattern, and why. All of it is found in the rows. */
export function decisions(patterns: readonly Pattern[]): readonly DecidedQuestion[] {
  const all = byId(patterns);
  const voices = all.flatMap(voicesOf);
  return questions.map(({ id, ask, answers }) => ({
    id,
    ask,
    answers: answers.map((answer) => ({
      id: answer.id,
      label: answer.label,
      moves: all.flatMap((pattern) => moveOf(pattern, answer, voices)),
    })),
  }));
}

/** A row as it is heard: about which pattern, and whether it speaks for it. */
interface Voice extends Reason {
  readonly about: string;
  readonly quality: string | null;
  readonly quantities: readonly Quantity[];
  /** What is searched for words. */
  readonly said: string;
}

function moveOf({ slug, title, fit }: Pattern, answer: Answer, voices: readonly Voice[]): readonly Move[] {
  const rows = voices.filter((voice) => voice.about === slug).flatMap((voice) => heard(voice, answer));
  const reasons = [...(answer.fit ? fitReasons(slug, fit, answer.fit) : []), ...rows];
  if (reasons.length === 0) return [];
  const sum = reasons.reduce((total, { polarity }) => total + weight[polarity], 0);
  return [{ slug, title, step: sum > 0 ? 1 : sum < 0 ? -1 : 0, reasons }];
}

const weight = { pro: 1, con: -1, depends: 0 } as const satisfies Record<Polarity, number>;

/** A range that holds at every step says nothing. */
function fitReasons(slug: string, fit: Pattern['fit'], { range, step }: NonNullable<Answer['fit']>): readonly Reason[] {
  const bars = scaleBars(fit)[range];
  if (bars.every(Boolean)) return [];
  const most = fit.traffic ? `, ${quantityLabel(fit.traffic)}` : '';
  const text =
    range === 'team'
      ? `It is for a team of ${teamLabel(fit)}; its complexity is ${complexityLabel(fit).toLowerCase()}.`
      : `It is for ${scaleLabel(fit).toLowerCase()} scale${most}.`;
  return [{ polarity: bars[step] ? 'pro' : 'con', text, page: slug, anchor: 'fit' }];
}

/** Whether an answer makes a row count, and for which side. */
function heard({ about: _, quality, quantities, said, ...reason }: Voice, answer: Answer): readonly Reason[] {
  const { figures, words } = answer;
  const named = (quality !== null && quality === answer.quality) || words?.test(said) === true;
  const figure = figures && quantities.find(({ metric }) => figures.metrics.includes(metric));
  const side = figure && sideOf(figure, figures.seconds);
  if (side) return [{ ...reason, polarity: side }];
  return named ? [reason] : [];
}

/** A change from one value to another counts as what it leads to. To be quicker than need be speaks for neither side. */
function sideOf({ comparison, value, unit }: Quantity, limit: Limit): 'pro' | 'con' | null {
  const values = (Array.isArray(value) ? value : [value]).map((number) => number * (secondsIn[unit] ?? 1));
  const slowest = Math.max(...(comparison === 'fromTo' ? values.slice(-1) : values));
  if ('atLeast' in limit) return slowest >= limit.atLeast ? 'pro' : null;
  return slowest <= limit.atMost ? 'pro' : 'con';
}

const secondsIn: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  days: 86_400,
  years: 31_536_000,
};

/** The rows of a page that take sides. A "leave it when" also speaks for what to take instead. */
function voicesOf(pattern: Pattern): readonly Voice[] {
  const { slug, title, whenToUse, whenNotToUse, tradeoffs, useCases, facts, lists } = pattern;
  const voice = (
    polarity: Polarity,
    row: { readonly id: string; readonly text: string; readonly quantities?: readonly Quantity[] | undefined },
    more: { readonly about?: string; readonly quality?: string; readonly text?: string } = {},
  ): Voice => ({
    about: more.about ?? slug,
    polarity,
    text: more.text ?? row.text,
    said: row.text,
    quality: more.quality ?? null,
    quantities: row.quantities ?? [],
    page: slug,
    anchor: row.id,
  });
  return [
    ...whenToUse.map((row) => voice('pro', row)),
    ...whenNotToUse.flatMap((row) => [
      voice('con', row),
      ...row.instead.map((about) => voice('pro', row, { about, text: `Instead of ${title}: ${lowered(row.text)}` })),
    ]),
    ...tradeoffs.map((row) => voice(row.polarity, row, { quality: row.quality })),
    ...useCases.map((row) => voice('pro', row)),
    ...(facts.benefit ?? []).map((row) => voice('pro', row)),
    ...(facts.limitation ?? []).map((row) => voice('con', row)),
    ...lists.flatMap(({ items }) => items.filter(({ quantities }) => quantities).map((row) => voice('depends', row))),
  ];
}

/** A sentence behind a colon; "CDN …" and "I …" keep their capitals. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? lowerFirst(text) : text;
}
