import type { CDPSession, Page } from 'playwright';

export type ScrollFigures = {
  /** Frames drawn a second. */
  readonly fps: number;
  /** Longest time between two frames, ms. */
  readonly worst: number;
  /** Processor time of the main thread for each frame, ms: scripts, style, layout, paint. */
  readonly work: number;
  /** Tasks above 50 ms. */
  readonly longTasks: number;
  readonly frames: number;
};

/** Pixels a second: reading speed of a hand on a wheel, and a fling. */
export const SPEEDS = { wheel: 3_000, fling: 30_000 } as const;
const SECONDS = 5;

const taskSeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
};

/** Scrolls the element `selector` of `page` at a steady speed, there and back, and looks at every frame. */
export const measureScroll = async (page: Page, selector: string, speed: number): Promise<ScrollFigures> => {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  const { times, longTasks } = await page.evaluate(
    async ([wanted, pixels, seconds]) => {
      const view = document.querySelector(wanted);
      if (!view) throw new Error(`bench: there is no ${wanted}`);
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      view.scrollTop = 0;
      const started = await frame();
      const stamps: number[] = [started];
      for (let now = started; now - started < seconds * 1_000; ) {
        now = await frame();
        const way = ((now - started) / 1_000) * pixels;
        const length = view.scrollHeight - view.clientHeight;
        const round = way % (2 * length);
        view.scrollTop = round < length ? round : 2 * length - round;
        stamps.push(now);
      }
      observer.disconnect();
      return { times: stamps, longTasks: tasks.length };
    },
    [selector, speed, SECONDS] as const,
  );
  const spent = (await taskSeconds(session)) - before;
  await session.detach();
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const frames = gaps.length;
  return {
    fps: (frames * 1_000) / gaps.reduce((sum, gap) => sum + gap, 0),
    worst: Math.max(...gaps),
    work: (spent * 1_000) / frames,
    longTasks,
    frames,
  };
};

/** Makes of `page` an empty page with something tall to scroll: what the browser and the machine can do at best. */
export const makeEmptyPage = (page: Page, height: number): Promise<void> =>
  page.evaluate((tall) => {
    const body = document.createElement('div');
    body.style.blockSize = `${tall}px`;
    const view = document.createElement('div');
    view.id = 'empty';
    view.style.cssText = 'position:fixed;inset:0;overflow:auto';
    view.append(body);
    document.documentElement.append(view);
  }, height);
