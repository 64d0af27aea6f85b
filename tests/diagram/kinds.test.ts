import { expect, test } from 'vitest';
import { kindOf } from '../../src/diagram/kinds.ts';
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
])('the telling word decides, and the last of them: %s is %s', (lines, expected) => expect(kind(lines)).toBe(expected));

test('the qualifier decides where the title says nothing, then the other lines', () => {
  expect(kind(['Checkout', '(Redis)'])).toBe('cache');
  expect(kind(['Hot Lane', '', '- PostgreSQL'])).toBe('store');
  expect(kind(['Checkout'])).toBe('compute');
});

test('the words of the site come first', () => {
  expect(kind(['Gringotts'], { gringotts: 'store' })).toBe('store');
  expect(kind(['Redis'], { redis: 'store' })).toBe('store');
});

test('names that every object has are no kinds', () => {
  expect(kind(['constructor'])).toBe('compute');
  expect(kind(['__proto__'])).toBe('compute');
});
