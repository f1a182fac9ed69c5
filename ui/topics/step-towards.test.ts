import { describe, expect, it } from 'vitest';
import { stepTowards } from './step-towards.ts';

const at = (id: string, x: number, y: number) => ({ id, x, y });
const centre = at('centre', 0, 0);

describe('stepTowards', () => {
  it('prefers a connected point in the direction to a nearer one that is not connected', () => {
    const near = at('near', 1, 0);
    const far = at('far', 5, 1);
    expect(stepTowards(centre, [far], [centre, near, far], 'right')).toBe('far');
  });

  it('takes the nearest of all where nothing connected lies that way', () => {
    const left = at('left', -3, 0);
    const right = at('right', 2, 0);
    expect(stepTowards(centre, [right], [centre, left, right], 'left')).toBe('left');
  });

  it('stays where nothing lies that way', () => {
    expect(stepTowards(centre, [], [centre, at('below', 0, -4)], 'up')).toBe('centre');
  });

  it('takes up for growing y, as the graph is drawn', () => {
    expect(stepTowards(centre, [], [at('above', 0, 2), at('below', 0, -1)], 'up')).toBe('above');
  });
});
