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
    expect(workflow.fit(true)).toBeGreaterThan(0);
    expect([...workflow.byPartOfDay.keys()]).toContain('morning');
  });
});
