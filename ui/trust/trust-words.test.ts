import { describe, expect, it } from 'vitest';
import type { AgentTrust } from '../../core/model/trust-api.ts';
import { fromLocalInput, localDay, toLocalInput } from '../local-input.ts';
import { sparklinePath } from './sparkline.ts';
import { byUrgency, trustWord } from './trust-words.ts';

describe('trustWord', () => {
  it('says suspicion before every figure', () => {
    expect(trustWord({ trust: 0.9, hostile: 0.8 })).toBe('suspicious');
  });

  it('never calls an agent proven on little evidence', () => {
    expect(trustWord({ trust: 0.2, hostile: 0.02 })).toBe('new');
    expect(trustWord({ trust: 0.5, hostile: 0.02 })).toBe('growing');
    expect(trustWord({ trust: 0.8, hostile: 0.02 })).toBe('proven');
  });
});

describe('byUrgency', () => {
  it('puts agents under suspicion first and revoked ones last', () => {
    const agent = (key: string, state: AgentTrust['state'], lastSeen: number) =>
      ({ key, state, lastSeen }) as AgentTrust;
    const order = [
      agent('r', 'revoked', 9),
      agent('n', 'normal', 3),
      agent('a', 'alarmed', 1),
      agent('m', 'allowed', 5),
    ];
    expect(order.sort(byUrgency).map(({ key }) => key)).toEqual(['a', 'm', 'n', 'r']);
  });
});

describe('sparklinePath', () => {
  it('holds a value until the next sample', () => {
    const samples = [
      { at: 0, value: 1 },
      { at: 10, value: 0 },
    ];
    expect(sparklinePath(samples, 100, 20)).toBe('M0 0H100V20');
  });

  it('keeps values outside of 0 to 1 within the box, and draws nothing from nothing', () => {
    expect(sparklinePath([{ at: 5, value: 7 }], 100, 20)).toBe('M0 0H100');
    expect(sparklinePath([], 100, 20)).toBe('');
  });
});

describe('local dates', () => {
  it('survive the way into a field and back, to the minute', () => {
    const at = new Date('2026-03-01T08:05:00').getTime();
    expect(fromLocalInput(toLocalInput(at))).toBe(at);
    expect(localDay(at)).toBe('2026-03-01');
    expect(fromLocalInput('')).toBeUndefined();
  });
});
