import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindNames } from '../../src/diagram/choices/kind-words.ts';
import { kindOf } from '../../src/diagram/choices/kinds.ts';
import type { KindTable } from '../../src/diagram/model.ts';
import { sketch } from './render/sketch.ts';

function kind(lines: readonly string[], table?: KindTable): string {
  const [box] = sketch([{ id: 'a', at: [0, 0, 9, 30], lines }]).boxes;
  return box ? kindOf(box, table) : 'none';
}

test.each([
  [['Message Broker'], 'messaging'],
  [['Load Balancer', '(NGINX)'], 'routing'],
  [['Data', 'Warehouse'], 'analytics'],
  [['Read Replica'], 'store'],
  [['Payment Gateway'], 'compute'],
])('a phrase comes before its words: %s is %s', (lines, expected) => expect(kind(lines)).toBe(expected));

test.each([
  [['Cache Server'], 'cache'],
  [['User Service'], 'compute'],
  [['Kafka Consumer'], 'compute'],
  [['Databases'], 'store'],
  [['Channel Gateway'], 'routing'],
])('the telling word decides, and the last of them: %s is %s', (lines, expected) => expect(kind(lines)).toBe(expected));

test('the qualifier decides where the title says nothing, then the other lines', () => {
  expect(kind(['Checkout', '(Redis)'])).toBe('cache');
  expect(kind(['Hot Lane', '', '- PostgreSQL'])).toBe('store');
  expect(kind(['Checkout'])).toBe('compute');
});

test('what stands in parentheses comes after the rest of the title, and first where the title says hardly anything', () => {
  expect(kind(['Redis 7 (Docker)'])).toBe('cache');
  expect(kind(['Data Layer', '(PostgreSQL)'])).toBe('store');
  expect(kind(['Patient App', '(React Native)'])).toBe('client');
  expect(kind(['Web App', '(Next.js)'])).toBe('client');
  expect(kind(['User Service', '(PostgreSQL)'])).toBe('compute');
});

test('the other lines decide where they agree, and the names of files say nothing', () => {
  expect(kind(['EU Stack', '', '- Trip service', '- Redis', '- Kafka'])).toBe('compute');
  expect(kind(['Content Scripts', '- amazon/index.ts', '- navia/index.ts'])).toBe('compute');
});

test('a step is no part of the kind that it is done to', () => {
  expect(kind(['Notify customer'])).toBe('compute');
  expect(kind(['Update', 'Database'])).toBe('compute');
  expect(kind(['Update'])).toBe('compute');
  expect(kind(['Read DB'])).toBe('store');
});

test('a table is drawn as one, whatever its head says', () => {
  const [box] = sketch([{ id: 'a', at: [0, 0, 9, 30], lines: ['Store', 'Index'], shape: 'table' }]).boxes;
  expect(box && kindOf(box)).toBe('compute');
});

test.each([
  [['OrderService'], 'compute'],
  [['OrderRepo'], 'store'],
  [['PostgreSQL'], 'store'],
  [['VirtualService'], 'routing'],
  [['db2'], 'store'],
  [['SQS1'], 'messaging'],
  [['S3'], 'store'],
  [['EC2'], 'compute'],
  [['OVSDB'], 'store'],
  [['MetricsSQL'], 'store'],
  [['web-1', '(nginx)'], 'routing'],
])('a name is read by its pieces where it is not known as a whole: %s is %s', (lines, expected) =>
  expect(kind(lines)).toBe(expected),
);

test.each([
  [['订单数据库'], 'store'],
  [['客户端'], 'client'],
  [['API 网关'], 'routing'],
  [['注文キュー'], 'messaging'],
  [['사용자'], 'client'],
  [['用户请求'], 'client'],
  [['无名'], 'compute'],
])('a name without blanks is read by its end: %s is %s', (lines, expected) => expect(kind(lines)).toBe(expected));

test.each([
  [['Email Service'], 'compute'],
  [['Email DB'], 'store'],
  [['Leader Election Service'], 'compute'],
  [['US-East', 'Edge'], 'edge'],
  [['CI runner'], 'platform'],
  [['Primary'], 'store'],
  [['PgBouncer'], 'routing'],
  [['NameNode'], 'store'],
  [['Laptop'], 'client'],
  [['journald'], 'observability'],
  [['Kafka Producer'], 'compute'],
  [['Stream Analytics'], 'analytics'],
  [['helm-charts'], 'platform'],
  [['База данных'], 'store'],
  [['Cross-cutting concerns', '- Logging'], 'platform'],
])('the terms of the field: %s is %s', (lines, expected) => expect(kind(lines)).toBe(expected));

test('no term has two kinds', () => {
  expect(kindNames).toHaveLength(10);
  const source = readFileSync(new URL('../../src/diagram/choices/kind-words.ts', import.meta.url), 'utf8');
  const rows = [...source.matchAll(/^ {2}[a-z]+:\n((?: {4}'.*\n)+)/gm)].map(([, row = '']) =>
    row.match(/(?<=')[^'+]*(?=')/g),
  );
  const terms = rows.flatMap((pieces) => pieces?.join('').split(', ') ?? []);
  expect(terms.length).toBeGreaterThan(900);
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
});

test('the words of the site come first', () => {
  expect(kind(['Gringotts'], { gringotts: 'store' })).toBe('store');
  expect(kind(['Redis'], { redis: 'store' })).toBe('store');
});

test('names that every object has are no kinds', () => {
  expect(kind(['constructor'])).toBe('compute');
  expect(kind(['__proto__'])).toBe('compute');
});
