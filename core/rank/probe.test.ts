import { describe, expect, it } from 'vitest';
import { chooseProbe, countProbe, effectOf, NO_PROBES, withProbe } from './probe.ts';
import type { Impression } from './types.ts';

const LISTS = 20_000;
const LEARNED = [3, 1, 2, 0, 4];

const impression = (at: number, swapped: boolean): Impression => ({
  id: 1,
  at: 0,
  queryKey: 'q',
  queryTerms: 2,
  shown: LEARNED.map((seq) => ({ seq, served: [], trust: 1 })),
  situation: { captures: [] },
  probe: { at, swapped },
  signals: [],
});

const usedAt = (place: number): number[] => LEARNED.map((_, at) => (at === place ? 0.7 : 0));

describe('comparing neighbours', () => {
  const probes = Array.from({ length: LISTS }, (_, id) => chooseProbe(LEARNED, id));

  it('changes at most 5 % of lists, by a fair coin', () => {
    const marked = probes.filter((probe) => probe !== undefined);
    const swapped = marked.filter((probe) => probe.swapped);
    expect(swapped.length / LISTS).toBeGreaterThan(0.04);
    expect(swapped.length / LISTS).toBeLessThan(0.055);
    expect(swapped.length / marked.length).toBeGreaterThan(0.47);
    expect(swapped.length / marked.length).toBeLessThan(0.53);
  });

  it('compares neighbours whose order learning turned round, and the same list always gives the same coin', () => {
    const places = new Set(probes.flatMap((probe) => probe?.at ?? []));
    expect([...places].sort()).toEqual([0, 2]);
    expect(chooseProbe(LEARNED, 7)).toEqual(chooseProbe(LEARNED, 7));
    expect(withProbe(LEARNED, { at: 0, swapped: true })).toEqual([1, 3, 2, 0, 4]);
    expect(withProbe(LEARNED, { at: 0, swapped: false })).toEqual(LEARNED);
  });

  it('says nothing below 20 decided choices', () => {
    let counts = NO_PROBES;
    for (let n = 0; n < 19; n++) counts = countProbe(counts, impression(0, n % 2 === 0), usedAt(0));
    expect(effectOf(counts)).toBeUndefined();
  });

  it('takes a person who always uses the upper result as no proof of learning', () => {
    let counts = NO_PROBES;
    for (let n = 0; n < 100; n++) counts = countProbe(counts, impression(0, n % 2 === 0), usedAt(0));
    expect(effectOf(counts)).toMatchObject({ value: 0.5, n: 100 });
  });

  it('sees that learning helps where its choice is used wherever it stands', () => {
    let counts = NO_PROBES;
    for (let n = 0; n < 60; n++)
      counts = countProbe(counts, impression(0, n % 2 === 0), usedAt(n % 2 === 0 ? 1 : 0));
    const effect = effectOf(counts);
    expect(effect).toMatchObject({ value: 1, n: 60 });
    expect(effect?.low).toBeGreaterThan(0.9);
  });

  it('leaves out choices of both and of neither', () => {
    const none = countProbe(NO_PROBES, impression(0, true), usedAt(4));
    expect(countProbe(none, impression(0, true), [0.7, 0.7, 0, 0, 0])).toEqual(NO_PROBES);
  });
});
