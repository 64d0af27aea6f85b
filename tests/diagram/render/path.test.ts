import { expect, test } from 'vitest';
import { lineTo, moveTo, pathData } from '../../../src/diagram/render/svg/path.ts';

test('a move that nothing is drawn after is none, so that no number is read as a line', () => {
  const nowhere = [moveTo(400, 10), lineTo(400, 10), moveTo(400, 300)];
  expect(pathData(nowhere)).toBe('');
  expect(pathData([...nowhere, lineTo(400, 320), moveTo(0, 0), moveTo(5, 5), lineTo(9, 5)])).toBe(
    'M400 300v20m-395-315h4',
  );
});
