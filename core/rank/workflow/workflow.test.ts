import { describe, expect, it } from 'vitest';
import { type Activity, activityOf } from './activity.ts';
import { findCycles, mineSequences } from './prefix-span.ts';
import { Workflow } from './workflow.ts';

const ALL: readonly Activity[] = ['design', 'code', 'test', 'debug', 'deploy', 'write'];

describe('workflow', () => {
  it('tells what a message is about', () => {
    expect(activityOf('I get a TypeError: exception in the parser')).toBe('debug');
    expect(activityOf('Please draft a letter to the landlord')).toBe('write');
    expect(activityOf('What is the capital of Peru?')).toBe('ask');
  });

  it.each([2, 3, 4, 5, 6])('mines a cycle of %i steps', (length) => {
    const cycle = ALL.slice(0, length);
    const stream = Array.from({ length: length * 6 }, (_, at) => cycle[at % length]!);
    expect(findCycles(stream)[0]!.steps.toSorted()).toEqual(cycle.toSorted());
    const sessions = Array.from({ length: 5 }, () => [...cycle]);
    const steps = mineSequences(sessions).map((pattern) => pattern.steps.join());
    expect(steps).toContain(cycle.join());
  });

  it('finds a pattern across a gap of one step and not across two', () => {
    const sessions: Activity[][] = [
      ['design', 'ask', 'code'],
      ['design', 'write', 'code'],
      ['design', 'plan', 'code'],
    ];
    expect(mineSequences(sessions).map(({ steps }) => steps.join())).toContain('design,code');
    expect(mineSequences(sessions, { maxGap: 0 })).toEqual([]);
  });

  it('counts support against sequences long enough', () => {
    const long: Activity[] = ['design', 'code', 'test', 'debug'];
    const sessions: Activity[][] = [long, long, long, ['ask'], ['ask'], ['ask'], ['write', 'ask']];
    const pattern = mineSequences(sessions).find(({ steps }) => steps.length === 4)!;
    expect(pattern).toMatchObject({ found: 3, possible: 3, support: 1 });
  });

  const hourly = (steps: readonly Activity[]) =>
    steps.map((activity, at) => ({ activity, at: at * 3_600_000 }));

  it('tells a cycle from its first step back to it, wherever the person is now', () => {
    const rounds = Array.from({ length: 12 }, (_, at) => (['test', 'design', 'code'] as const)[at % 3]!);
    for (const end of [10, 11, 12])
      expect(new Workflow(hourly(rounds.slice(0, end))).cycles.map(({ steps }) => steps.join())).toEqual([
        'design,code,test,design',
      ]);
  });

  it('tells no part of a cycle, and no part of a longer pattern that is found as often', () => {
    const sessions = [1, 2, 3, 4].flatMap((day) =>
      (['plan', 'write', 'ask'] as const).map((activity, at) => ({
        activity,
        at: (day * 24 + at / 4) * 3_600_000,
      })),
    );
    const daily = new Workflow(sessions);
    expect(daily.cycles.map(({ steps }) => steps.join())).toEqual(['ask,plan,write,ask']);
    expect(daily.told).toEqual([]);
    // With much else between the days it is no round any more.
    const days: Activity[][] = [
      ['test', 'deploy', 'code', 'debug', 'design', 'research'],
      ['design', 'test', 'research', 'deploy', 'debug', 'code'],
      ['code', 'research', 'debug', 'test', 'deploy', 'design'],
      ['deploy', 'debug', 'design', 'code', 'research', 'test'],
    ];
    const others = days.flatMap((steps, day) =>
      steps.map((activity, at) => ({ activity, at: ((day + 1) * 24 + 3 * (at + 1)) * 3_600_000 })),
    );
    const mixed = new Workflow([...sessions, ...others].toSorted((a, b) => a.at - b.at));
    expect(mixed.cycles).toEqual([]);
    expect(mixed.told.map(({ steps }) => steps.join())).toEqual(['plan,write,ask']);
    expect(mixed.patterns.length).toBeGreaterThan(1);
  });

  it('counts only rounds that were made, among other work too', () => {
    const cycle: Activity[] = ['design', 'code', 'test', 'debug'];
    const before: Activity[] = ['ask', 'plan', 'write'];
    const between: Activity[] = ['research', 'configure', 'deploy', 'plan', 'ask', 'research', 'write'];
    const stream = [...before, ...cycle, ...cycle, 'ask' as const, ...cycle, ...between, ...cycle];
    expect(findCycles(stream)).toEqual([{ steps: cycle, rounds: 4, share: 16 / 24 }]);
    expect(findCycles([...cycle, ...between, ...before, ...cycle, ...between, ...cycle])).toEqual([]);
  });

  it('keeps a frozen cycle and drops a forgotten one', () => {
    const rounds = hourly((['design', 'code', 'test'] as const).flatMap((_, __, all) => all));
    const id = 'workflow:design>code>test>design';
    const cyclesWith = (correction: { at: number; leaning?: number }) =>
      new Workflow(rounds, new Map([[id, correction]])).cycles.length;
    expect(new Workflow(rounds).cycles).toHaveLength(1);
    expect(cyclesWith({ at: 0, leaning: 0.8 })).toBe(1);
    expect(cyclesWith({ at: 0, leaning: -1 })).toBe(0);
    expect(cyclesWith({ at: 0 })).toBe(0);
  });

  it('predicts the next step of a habit', () => {
    const hour = 3_600_000;
    const days = Array.from({ length: 8 }, (_, day) =>
      (day === 7 ? ['design', 'code'] : ['design', 'code', 'test']).map((activity, at) => ({
        activity: activity as Activity,
        at: (day * 24 + 9 + at) * hour,
      })),
    );
    const workflow = new Workflow(days.flat());
    const [first] = [...workflow.next()].toSorted((a, b) => b[1] - a[1]);
    expect(first![0]).toBe('test');
  });

  it('foretells for those whose work follows an order, and for nobody else', () => {
    const cycle: Activity[] = ['design', 'code', 'test', 'debug'];
    const ordered = hourly(Array.from({ length: 80 }, (_, at) => cycle[at % 4]!));
    const skilled = new Workflow(ordered);
    expect(skilled.skill).toBeGreaterThan(0.3);
    expect(skilled.fit('design')).toBeGreaterThan(0.2);
    expect(skilled.fit('test')).toBeLessThan(0);

    let seed = 7;
    const dice = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const skills = Array.from({ length: 20 }, () => {
      const random = hourly(Array.from({ length: 80 }, () => ALL[Math.floor(dice() * ALL.length)]!));
      return new Workflow(random).skill;
    });
    expect(Math.max(...skills)).toBeLessThan(0.15);
    expect(skills.filter((skill) => skill === 0).length).toBeGreaterThan(17);
    expect(new Workflow(ordered.slice(0, 10)).skill).toBe(0);
  });
});
