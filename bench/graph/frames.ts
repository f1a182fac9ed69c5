import type { BrowserContext, Page } from 'playwright';

const PAN_MS = 6_000;
const STEP_MS = 8;

export type Frames = { readonly fps: number; readonly worstSecond: number; readonly frames: number };

/** Drags over the middle of `page` for six seconds and counts the frames it shows meanwhile. */
const framesWhileDragging = async (page: Page, centre: { x: number; y: number }): Promise<Frames> => {
  await page.bringToFront();
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const counted = page.evaluate(
    (duration) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const start = performance.now();
        const look = (now: number) => {
          times.push(now - start);
          if (now - start < duration) requestAnimationFrame(look);
          else resolve(times);
        };
        requestAnimationFrame(look);
      }),
    PAN_MS,
  );
  let counting = true;
  const stop = () => {
    counting = false;
  };
  counted.then(stop, stop);
  for (let step = 0; counting; step++) {
    const turn = step / 20;
    await page.mouse.move(centre.x + 180 * Math.sin(turn), centre.y + 120 * Math.cos(turn * 0.7));
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  const times = await counted;
  await page.mouse.up();
  const inSecond = new Array<number>(PAN_MS / 1_000).fill(0);
  for (const time of times) {
    const second = Math.floor(time / 1_000);
    if (second < inSecond.length) inSecond[second]! += 1;
  }
  return {
    fps: (times.length / (times.at(-1) ?? 1)) * 1_000,
    worstSecond: Math.min(...inSecond),
    frames: times.length,
  };
};

/** Pans the drawn graph of the manager's graph page. Throws when there is no picture, such as without WebGL. */
export const framesWhilePanning = async (manager: Page): Promise<Frames> => {
  const picture = manager.getByRole('application');
  await manager.bringToFront();
  // Arranging 2,000 points comes first.
  await picture.locator('canvas').first().waitFor({ timeout: 120_000 });
  const box = await picture.boundingBox();
  if (!box) throw new Error('bench graph: the graph is not drawn');
  return framesWhileDragging(manager, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
};

/** The same dragging over a page with nothing but a canvas: what the browser and this machine can do at most. */
export const emptyPageFrames = async (context: BrowserContext): Promise<Frames> => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1_280, height: 800 });
  await page.setContent('<canvas width="1200" height="600"></canvas>');
  return framesWhileDragging(page, { x: 600, y: 300 });
};
