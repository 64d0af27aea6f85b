import { describe, expect, it } from 'vitest';
import { parse, toOutline, type OutlinePart } from '../../src/diagram/index.ts';

const outline = (drawing: string, names?: Record<string, string>) => toOutline(parse(drawing), { names });
const order = (parts: readonly OutlinePart[]): readonly unknown[] =>
  parts.map(({ name, parts: inner }) => (inner.length > 0 ? [name, ...order(inner)] : name));

const fork = `
┌───┐    ┌───┐
│ A ├───►│ B │
└─┬─┘    └─┬─┘
  │        │
  ▼        ▼
┌───┐    ┌───┐
│ C ├───►│ D │
└───┘    └───┘`;

const groups = `
┌─ Edge ──────────────────┐
│ ┌───────┐    ┌────────┐ │
│ │ Proxy ├───►│ Filter │ │
│ └───────┘    └───┬────┘ │
└──────────────────┼──────┘
                   ▼
               ┌───────┐      ┌───────┐
               │ Store │◄────►│ Cache │
               │ (S3)  │      └───────┘
               │ - raw │
               └───────┘`;

describe('the overview', () => {
  it('counts what is there and says where the flow begins and ends', () => {
    expect(outline(fork).overview).toBe('4 parts, 4 connections. Starts at A; ends at D.');
  });

  it('counts groups apart, and lets a line with two heads begin and end nothing', () => {
    expect(outline(groups).overview).toBe('4 parts in 1 group, 3 connections. Starts at Proxy; ends at Store.');
  });

  it('says nothing of beginnings where there are none', () => {
    expect(outline('┌───┐\n│ A │\n└───┘').overview).toBe('1 part, no connections.');
  });
});

describe('the words of a part', () => {
  const detail = (drawing: string) => outline(drawing).parts[0]?.detail;

  it('are whole again where the drawing wraps a point or a qualifier', () => {
    expect(
      detail(`
┌─────────────────┐
│ Query Handler   │
│ (Flink/         │
│  Storm)         │
│                 │
│ - Optimized for │
│   fast reads    │
│ - Cached        │
└─────────────────┘`),
    ).toEqual(['(Flink/Storm)', 'Optimized for fast reads', 'Cached']);
  });

  it('are read along the rows of a table', () => {
    expect(
      detail(`
┌─────────┬──────┬──────────┐
│ Service │ Port │ Protocol │
├─────────┼──────┼──────────┤
│ http    │ 80   │ tcp      │
│ dns     │ 53   │ udp      │
└─────────┴──────┴──────────┘`),
    ).toEqual(['Port, Protocol', 'http, 80, tcp', 'dns, 53, udp']);
  });

  it('are told column by column, each below its heading', () => {
    expect(
      detail(`
┌───────────────────────┐
│    Data Ingestion     │
│                       │
│  Batch:     Stream:   │
│  - SFTP     - Kafka   │
│  - S3       - Kinesis │
└───────────────────────┘`),
    ).toEqual(['Batch: SFTP', 'S3', 'Stream: Kafka', 'Kinesis']);
  });

  it('stay lines of their own where there was room to go on', () => {
    const topics = `
┌──────────────────────────┐
│       Event Bus          │
│                          │
│  Topic: user.events      │
│  Topic: order.events     │
└──────────────────────────┘`;
    expect(detail(topics)).toEqual(['Topic: user.events', 'Topic: order.events']);
  });
});

describe('the parts', () => {
  it('come in the order of the flow, a part after all that lead to it', () => {
    expect(order(outline(fork).parts)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('nest as the groups do', () => {
    expect(order(outline(groups).parts)).toEqual([['Edge', 'Proxy', 'Filter'], 'Store', 'Cache']);
  });

  it('come once each where the flow goes round', () => {
    const cycle = `
┌───┐    ┌───┐
│ A ├───►│ B │
└───┘    └─┬─┘
  ▲        │
  │        ▼
  │      ┌───┐
  └──────┤ C │
         └───┘`;
    expect(order(outline(cycle).parts)).toEqual(['A', 'B', 'C']);
  });

  it('have the ids of the graph', () => {
    const [a] = outline(fork, { start: 'A' }).parts;
    expect(a).toMatchObject({
      id: 'start',
      leadsTo: [
        { id: 'n2', name: 'B' },
        { id: 'n3', name: 'C' },
      ],
      comesFrom: [],
    });
  });
});

describe('the whole as text', () => {
  it('reads as sentences', () => {
    expect(outline(groups).text).toBe(`4 parts in 1 group, 3 connections. Starts at Proxy; ends at Store.

- Edge.
  - Proxy. Leads to Filter.
  - Filter. Leads to Store. Comes from Proxy.
- Store (S3). raw. Comes from Filter. Exchanges with Cache.
- Cache. Exchanges with Store.
`);
  });
});
