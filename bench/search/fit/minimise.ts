/** Value of a function at a point; writes its gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const SUFFICIENT = 1e-4;
const SHORTEST_STEP = 1e-6;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
};

const plus = (a: Float64Array, b: Float64Array, times: number): Float64Array =>
  a.map((value, at) => value + times * (b[at] as number));

type Step = { readonly moved: Float64Array; readonly turned: Float64Array; readonly curvature: number };

/** Two-loop recursion: the gradient times an estimate of the inverse Hessian. */
const directionOf = (gradient: Float64Array, steps: readonly Step[]): Float64Array => {
  let direction: Float64Array = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { moved, turned, curvature } of steps.toReversed()) {
    const share = dot(moved, direction) / curvature;
    shares.push(share);
    direction = plus(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.turned, last.turned);
    direction = direction.map((value) => value * scale);
  }
  for (const { moved, turned, curvature } of steps) {
    const back = dot(turned, direction) / curvature;
    direction = plus(direction, moved, (shares.pop() as number) - back);
  }
  return direction;
};

/** Minimum near `start` by L-BFGS with backtracking (Nocedal & Wright 2006, algorithm 7.5). */
export const minimise = (
  objective: Objective,
  start: Float64Array,
  iterations: number,
  tolerance = 1e-6,
): Float64Array => {
  let point = start;
  let gradient: Float64Array = new Float64Array(start.length);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = directionOf(gradient, steps);
    const slope = dot(gradient, direction);
    if (!(slope < 0)) return point;
    const first = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let accepted: { point: Float64Array; gradient: Float64Array; value: number } | undefined;
    for (let length = first; length > SHORTEST_STEP && !accepted; length /= 2) {
      const next = plus(point, direction, length);
      const nextGradient = new Float64Array(start.length);
      const nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope)
        accepted = { point: next, gradient: nextGradient, value: nextValue };
    }
    if (!accepted) return point;
    const moved = plus(accepted.point, point, -1);
    const turned = plus(accepted.gradient, gradient, -1);
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) steps.push({ moved, turned, curvature });
    if (steps.length > MEMORY) steps.shift();
    const gained = value - accepted.value;
    ({ point, gradient, value } = accepted);
    if (gained < tolerance * Math.max(1, Math.abs(value))) return point;
  }
  return point;
};
