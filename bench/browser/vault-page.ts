import type { ElementHandle, Page } from 'playwright';

/** `chrome-extension://id` of a page of ours: to Node's URL the scheme has no origin. */
export const extensionBase = (page: Page): string => page.url().replace(/(:\/\/[^/]+).*/, '$1');

const OPENING_MS = 120_000;

/**
 * Waits until the vault behind `page` has opened, repairs included; answers the code of the problem when it is refused.
 * Throws when it is not open after two minutes.
 */
export const waitUntilReady = (page: Page): Promise<string | undefined> =>
  page.evaluate(async (most) => {
    for (const started = performance.now(); performance.now() - started < most; ) {
      const { state, problem } = await window.vault.status();
      if (state === 'ready') return undefined;
      if (state === 'refused') return problem?.code ?? 'refused';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('bench: the vault did not open');
  }, OPENING_MS);

/**
 * A file input holding the file at `path`, for calls that take a File. The browser reads the path itself: Playwright
 * would send a browser that it did not start the whole file.
 */
export const chooseFile = async (page: Page, path: string): Promise<ElementHandle<HTMLInputElement>> => {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    element.id = `file-${crypto.randomUUID()}`;
    document.documentElement.append(element);
    return element;
  });
  const session = await page.context().newCDPSession(page);
  const id = await input.evaluate((element) => element.id);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.getElementById(${JSON.stringify(id)})`,
  });
  if (!result.objectId) throw new Error('bench: the file input is gone');
  await session.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
  await session.detach();
  return input;
};
