import type { Page } from 'playwright';

const MANAGER = '/entrypoints/manager/index.html';

const brushed = async (page: Page) => {
  await page.focus('.brush-handle.first');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageUp');
  await page.waitForSelector('.memory-links');
};

/** The screens that are loaded later, as `screenshots.ts` takes them. */
export const LATER_SCREENS: readonly {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}[] = [
  { name: 'agents', path: `${MANAGER}#/agents` },
  { name: 'agents-empty', path: `${MANAGER}?size=0#/agents` },
  {
    name: 'agents-one',
    path: `${MANAGER}#/agents/${encodeURIComponent('chatgpt/o4-mini@https://chatgpt.com')}`,
  },
  { name: 'quarantine', path: `${MANAGER}#/quarantine` },
  { name: 'quarantine-empty', path: `${MANAGER}?size=0#/quarantine` },
  {
    name: 'insertion',
    path: `${MANAGER}#/memory/382`,
    act: async (page) => {
      await page.keyboard.press('Control+Shift+C');
      await page.waitForSelector('.insertion-item');
    },
  },
  { name: 'topics', path: `${MANAGER}#/topics` },
  { name: 'topics-empty', path: `${MANAGER}?size=0#/topics` },
  { name: 'topic', path: `${MANAGER}#/topics/t-1` },
  {
    name: 'graph',
    path: `${MANAGER}#/graph`,
    act: async (page) => {
      await page.waitForSelector('.graph-picture canvas');
      await page.focus('.graph-picture');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'graph-table', path: `${MANAGER}#/graph?around=300&view=table` },
  { name: 'timeline', path: `${MANAGER}#/timeline?span=30`, act: brushed },
  { name: 'timeline-empty', path: `${MANAGER}?size=0#/timeline` },
  { name: 'digests', path: `${MANAGER}#/digests` },
  { name: 'digests-project', path: `${MANAGER}#/digests?kind=project&project=House` },
  { name: 'digests-empty', path: `${MANAGER}?size=0#/digests` },
  { name: 'learning', path: `${MANAGER}#/learning` },
  {
    name: 'learning-patterns',
    path: `${MANAGER}#/learning`,
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Correct/ })
        .first()
        .click();
      await page.locator('#patterns-title').evaluate((title) => title.scrollIntoView());
    },
  },
  { name: 'learning-empty', path: `${MANAGER}?size=0#/learning` },
  { name: 'events', path: `${MANAGER}#/events` },
  { name: 'events-empty', path: `${MANAGER}?size=0#/events` },
  { name: 'lab', path: `${MANAGER}#/lab?q=dough+planner` },
  { name: 'lab-empty', path: `${MANAGER}#/lab` },
  {
    name: 'insertion-popup',
    path: '/entrypoints/popup/index.html',
    act: async (page) => {
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Control+Shift+C');
      await page.waitForSelector('.insertion-item');
    },
  },
  {
    name: 'detail-found',
    path: `${MANAGER}#/memory/382?q=dough`,
    act: async (page) => void (await page.waitForSelector('#related-title')),
  },
];
