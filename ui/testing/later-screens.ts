import type { Page } from 'playwright';

const MANAGER = '/entrypoints/manager/index.html';

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
];
