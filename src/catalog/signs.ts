import type { Polarity } from './schema/vocabulary.ts';

/** How a trade-off is told: a sign to see, a word to hear. */
export const polaritySigns = {
  pro: { sign: '+', word: 'Gain' },
  con: { sign: '−', word: 'Price' },
  depends: { sign: '±', word: 'Depends' },
} as const satisfies Record<Polarity, { readonly sign: string; readonly word: string }>;
