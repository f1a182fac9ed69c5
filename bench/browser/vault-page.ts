import type { ElementHandle, Page } from 'playwright';

/** Waits until the vault behind `page` has opened, repairs included. */
export const waitUntilReady = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    async () => ['ready', 'refused'].includes((await window.vault.status()).state),
    undefined,
    { timeout: 300_000 },
  );
};

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
