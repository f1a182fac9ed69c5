import { expect, test } from 'vitest';
import { minimise, type Objective } from './minimise.ts';

test('finds the minimum of a narrow valley', () => {
  const rosenbrock: Objective = (point, gradient) => {
    const [x = 0, y = 0] = point;
    gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    gradient[1] = 200 * (y - x * x);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };
  const [x, y] = minimise(rosenbrock, new Float64Array([-1.2, 1]), 200, 1e-12);
  expect(x).toBeCloseTo(1, 4);
  expect(y).toBeCloseTo(1, 4);
});
