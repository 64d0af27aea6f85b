import { expect, test } from 'vitest';
import { parse } from '../../src/diagram/index.ts';

test('words between two pieces of a diagonal are a part of their own where its ends are words too', () => {
  const { boxes, labels, edges } = parse(['    root', '     /', '   left', '   /', ' leaf'].join('\n'));
  expect(boxes.map(({ text }) => text[0]?.text)).toEqual(['root', 'left', 'leaf']);
  expect(edges).toHaveLength(2);
  expect(labels).toEqual([]);
});
