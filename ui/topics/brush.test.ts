import { describe, expect, it } from 'vitest';
import { brushAfterKey, brushOf } from './brush.ts';

const DAYS = Array.from({ length: 10 }, (_, day) => ({ from: day * 10, to: day * 10 + 10 }));

describe('brushOf', () => {
  it('covers every bar that lies partly in the stretch', () => {
    expect(brushOf(DAYS, 15, 41)).toEqual({ first: 1, last: 4 });
    expect(brushOf(DAYS, 20, 30)).toEqual({ first: 2, last: 2 });
  });

  it('is nothing without a stretch, or with one outside of the bars', () => {
    expect(brushOf(DAYS, undefined, undefined)).toBeUndefined();
    expect(brushOf(DAYS, 500, 600)).toBeUndefined();
    expect(brushOf([], 0, 10)).toBeUndefined();
  });

  it('reaches to the end when one side is open', () => {
    expect(brushOf(DAYS, 75, undefined)).toEqual({ first: 7, last: 9 });
  });
});

describe('brushAfterKey', () => {
  const brush = { first: 2, last: 5 };

  it('moves one handle and leaves the other', () => {
    expect(brushAfterKey(brush, 'first', 'ArrowRight', 10)).toEqual({ first: 3, last: 5 });
    expect(brushAfterKey(brush, 'last', 'PageUp', 20)).toEqual({ first: 2, last: 12 });
    expect(brushAfterKey(brush, 'last', 'End', 10)).toEqual({ first: 2, last: 9 });
  });

  it('never lets the handles cross or leave the bars', () => {
    expect(brushAfterKey(brush, 'first', 'End', 10)).toEqual({ first: 5, last: 5 });
    expect(brushAfterKey(brush, 'last', 'Home', 10)).toEqual({ first: 2, last: 2 });
    expect(brushAfterKey({ first: 0, last: 9 }, 'last', 'ArrowRight', 10)).toEqual({ first: 0, last: 9 });
  });

  it('leaves other keys alone', () => {
    expect(brushAfterKey(brush, 'first', 'Tab', 10)).toBeUndefined();
  });
});
