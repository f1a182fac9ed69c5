import { expect, test } from 'vitest';
import { parseArgs } from './parse-args.ts';

test('paths repeat or follow one another, sizes are a list', () => {
  const { name, options } = parseArgs([
    'search',
    '--data',
    '/a',
    '/b',
    '--data=/c',
    '--sizes',
    '10,20',
    '--kinds',
    'crash,damage',
    '--quick',
  ]);
  expect(name).toBe('search');
  expect(options).toEqual({
    data: ['/a', '/b', '/c'],
    sizes: [10, 20],
    attack: [],
    benign: [],
    kinds: ['crash', 'damage'],
    quick: true,
    fit: false,
  });
});

test('an option that is not known is named', () => {
  expect(() => parseArgs(['search', '--speed'])).toThrow('unknown option --speed');
  expect(() => parseArgs(['search', '--sizes', 'many'])).toThrow('whole numbers');
  expect(() => parseArgs([])).toThrow('usage');
});
