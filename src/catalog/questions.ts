import type { Metric, Quality } from './schema/vocabulary.ts';

/**
 * What the guide asks. A question names yardsticks, never a pattern: what an answer does to each pattern is found in the
 * rows, by src/catalog/deciding.ts. A pattern that comes tomorrow is judged without a change here.
 */
export interface Question {
  /** As it stands in addresses. */
  readonly id: string;
  readonly ask: string;
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** As it stands in addresses. */
  readonly id: string;
  readonly label: string;
  /** The range of the fit that must reach a step: small, up to five people, … are step 0. */
  readonly fit?: { readonly range: 'scale' | 'team'; readonly step: 0 | 1 | 2 };
  /** The trade-offs that count. */
  readonly quality?: Quality;
  /** Figures that count: a row speaks for its pattern if they keep to the limit; being slower speaks against it. */
  readonly figures?: { readonly metrics: readonly Metric[]; readonly seconds: Limit };
  /** Rows with one of these words count, each for or against its pattern as its section says. */
  readonly words?: RegExp;
}

/** A figure keeps to the limit if all of it is at most, or if some of it is at least, so many seconds. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number };

/** At most seven: who answers more has gone through the comparison faster. Their order is the order in addresses. */
export const questions: readonly Question[] = [
  {
    id: 'team',
    ask: 'How many people build and run it?',
    answers: [
      { id: 'few', label: 'Up to five', fit: { range: 'team', step: 0 } },
      { id: 'some', label: 'Five to ten', fit: { range: 'team', step: 1 } },
      { id: 'many', label: 'More than ten', fit: { range: 'team', step: 2 } },
    ],
  },
  {
    id: 'scale',
    ask: 'How large will the load be?',
    answers: [
      { id: 'small', label: 'Small', fit: { range: 'scale', step: 0 } },
      { id: 'medium', label: 'Medium', fit: { range: 'scale', step: 1 } },
      { id: 'large', label: 'Large', fit: { range: 'scale', step: 2 } },
    ],
  },
  {
    id: 'consistency',
    ask: 'How soon must every reader see a write?',
    answers: [
      { id: 'strict', label: 'At once', quality: 'consistency', words: /\bmust see\b|\bnot at all\b|\bstrict/i },
    ],
  },
  {
    id: 'latency',
    ask: 'How fresh must an answer be, and how quick?',
    answers: [
      {
        id: 'seconds',
        label: 'Within seconds, each time',
        quality: 'latency',
        figures: { metrics: ['latency', 'freshness'], seconds: { atMost: 1 } },
        words: /\bwithin seconds\b|\bbe quick\b/i,
      },
      {
        id: 'hours',
        label: 'Hours later will do',
        figures: { metrics: ['freshness'], seconds: { atLeast: 3600 } },
        words: /\bsome hours\b|\btomorrow\b|\bonce a day\b/i,
      },
    ],
  },
  {
    id: 'load',
    ask: 'How does the load come?',
    answers: [
      {
        id: 'bursts',
        label: 'In bursts, or hardly at all',
        words: /\bbursts?\b|\bspik(?:es?|y)\b|\bsporadic\b|\buneven\b/i,
      },
      { id: 'steady', label: 'Steadily', words: /\bsteady\b|\bsustained\b|\bwithout pause\b/i },
    ],
  },
  {
    id: 'audit',
    ask: 'Do rules say where data lies, or must you prove what happened?',
    answers: [
      { id: 'yes', label: 'Rules or audits apply', quality: 'compliance', words: /\baudit|\bwhat happened\b/i },
    ],
  },
  {
    id: 'offline',
    ask: 'Must it work without a network?',
    answers: [{ id: 'yes', label: 'Also offline', words: /\boffline\b|\bwithout a(?:ny)? network\b|\bon none\b/i }],
  },
];
