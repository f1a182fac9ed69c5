import { describe, expect, it } from 'vitest';
import { settle } from './settle.ts';

describe('settle', () => {
  const self = (value: number) => value;

  it('keeps the selected item at its index', () => {
    expect(settle([1, 2, 3], [9, 3, 2, 1], 2, self)).toEqual([9, 2, 3, 1]);
  });

  it('takes the new order when nothing is selected or the selected is gone', () => {
    expect(settle([1, 2], [2, 1], undefined, self)).toEqual([2, 1]);
    expect(settle([1, 2], [3], 2, self)).toEqual([3]);
  });
});
