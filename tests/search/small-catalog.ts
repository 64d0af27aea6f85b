import { recordsOf } from '../../src/search/records.ts';
import type { RowSource, SearchData, SearchPattern } from '../../src/search/records.ts';

const pattern = (slug: string, title: string, fit: Partial<SearchPattern> = {}): SearchPattern => ({
  slug,
  title,
  tagline: '',
  fit: '',
  category: 'application',
  scale: { min: 'large', max: 'large' },
  complexity: { min: 'high', max: 'high' },
  teamSize: { min: 10, max: null },
  traffic: null,
  qualities: [],
  ...fit,
});

const page = (about: SearchPattern, headline: string, rows: readonly RowSource[]) =>
  recordsOf({ pattern: about, aka: [], headline, summary: '', rows });

const orders = pattern('orders', 'Event-Driven', { qualities: ['evolvability'] });
const layers = pattern('layers', 'Stream Layers', {
  category: 'data',
  complexity: { min: 'medium', max: 'high' },
  teamSize: { min: 5, max: null },
});
const functions = pattern('functions', 'Serverless', {
  scale: { min: 'small', max: 'large' },
  complexity: { min: 'low', max: 'medium' },
  teamSize: { min: 1, max: 5 },
});

/** Three patterns, made up for these tests: enough for order, too few to hide a mistake in. */
export const smallCatalog: SearchData = {
  patterns: [orders, layers, functions],
  records: [
    ...page(orders, 'Real-time, async', [
      { id: 'audit', kind: 'fact', why: 'benefit', text: 'A natural audit trail: the events are the record.' },
      { id: 'bus', kind: 'component', why: 'component', text: 'Carries events between services (Apache Kafka)' },
      { id: 'diagram', kind: 'diagram', why: 'in the diagram', text: 'Event Bus Kafka' },
    ]),
    ...page(layers, 'Analytics', [
      {
        id: 'lambda',
        kind: 'fact',
        why: 'architecture',
        text: 'Lambda architecture joins a speed layer and a batch layer.',
      },
      { id: 'routing', kind: 'fact', why: 'routing', text: 'Route 53 answers with the nearest region.' },
      { id: 'diagram', kind: 'diagram', why: 'in the diagram', text: 'Ingestion (Kafka)' },
    ]),
    ...page(functions, 'Variable load', [
      { id: 'lambda', kind: 'component', why: 'component', text: 'Runs the code on demand (AWS Lambda)' },
      { id: 'paid-by-use', kind: 'fact', why: 'benefit', text: 'Pay per execution; an idle service costs nothing.' },
      { id: 'spikes', kind: 'use-case', why: 'use case', text: 'Variable workloads' },
    ]),
  ],
  synonyms: [
    { words: ['spikes'], to: ['variable workloads'] },
    { words: ['faas', 'functions as a service'], to: ['serverless'] },
  ],
  prose: ['truthful'],
};
