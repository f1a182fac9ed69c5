import type { ElementHandle, Page } from 'playwright';

/** Waits until the vault behind `page` has opened, repairs included. */
export const waitUntilReady = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (;;) {
      const { state } = await window.vault.status();
      if (state === 'ready' || state === 'refused') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

/** A file input holding the file at `path`, for calls that take a File. */
export const chooseFile = async (page: Page, path: string): Promise<ElementHandle<HTMLInputElement>> => {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    document.documentElement.append(element);
    return element;
  });
  await input.setInputFiles(path);
  return input;
};
