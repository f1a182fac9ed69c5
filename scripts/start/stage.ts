import type { BrowserContext, Page } from '@playwright/test';

/** What every step finds ready. */
export type Stage = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Address of the chat pages, without a slash at its end. */
  readonly replica: string;
  /** Address of the web app; undefined when it is not part of the build. */
  readonly app: string | undefined;
  /** Folder for pictures. */
  readonly screenshots: string;
};

export type Step = {
  readonly name: string;
  /** Answers with what was achieved, in counts and times. Throws when it was not. */
  readonly run: (stage: Stage, shoot: (page: Page, name: string) => Promise<void>) => Promise<string>;
};
