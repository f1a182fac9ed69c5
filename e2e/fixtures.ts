import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { readTraffic } from '../bench/browser/traffic.ts';
import { ChatPage } from '../replica/driver.ts';
import type { ReplicaSite } from '../replica/model.ts';
import { type ServedReplica, serveReplica } from '../replica/serve.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { type Launched, launchWithExtension } from '../scripts/lib/launch.ts';
import { ManagerPage } from '../scripts/lib/manager-page.ts';
import { PopupPage } from '../scripts/lib/popup-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const ORIGIN: Readonly<Record<ReplicaSite, string>> = {
  chatgpt: 'https://chatgpt.com',
  claude: 'https://claude.ai',
};

export type Recollect = Launched & {
  /** A new tab with a chat page at the site's real address. */
  readonly chat: (site: ReplicaSite, renderer: string, path?: string) => Promise<ChatPage>;
  readonly popup: () => Promise<PopupPage>;
  /** @param path page and state, e.g. `#/health`; the list of memories when left out */
  readonly manager: (path?: string) => Promise<ManagerPage>;
};

type Fixtures = {
  readonly replica: ServedReplica;
  readonly recollect: Recollect;
};

const builtExtension = (): string => {
  const folder = join(ROOT, '.output', 'chrome-mv3');
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(
      'There is no built extension in .output/chrome-mv3: run "npm run build:extension" first.',
    );
  return folder;
};

/**
 * `replica`: fresh chat pages that answer fast. `recollect`: a fresh browser with the production build. Whatever the
 * test did, it fails when a request was meant to leave the machine.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  replica: async ({}, use) => {
    const replica = await serveReplica({
      tls: true,
      speed: { chunkDelayMs: 12, chunkSize: 12, firstChunkMs: 80, domLagMs: 120 },
    });
    await use(replica);
    await replica.close();
  },
  recollect: async ({ replica }, use, testInfo) => {
    const netLog = testInfo.outputPath('net-log.json');
    const launched = await launchWithExtension({
      executablePath: await findChromium(),
      extension: builtExtension(),
      headless: true,
      replicaPort: replica.port,
      netLog,
    });
    const { context, extensionId } = launched;
    await use({
      ...launched,
      chat: async (site, renderer, path) => {
        const chat = new ChatPage(await context.newPage(), site);
        await chat.open(ORIGIN[site], renderer, path);
        return chat;
      },
      popup: async () => {
        const popup = new PopupPage(await context.newPage());
        await popup.open(extensionId);
        return popup;
      },
      manager: async (path) => {
        const manager = new ManagerPage(await context.newPage());
        await manager.open(extensionId, path);
        return manager;
      },
    });
    await launched.close();
    const { requests, leaving } = await readTraffic(netLog);
    expect(requests, 'the trap saw the browser’s requests').toBeGreaterThan(0);
    expect(leaving, 'requests that were meant to leave the machine').toEqual([]);
  },
});

export { expect };

/** Every markup generation that a capture has to understand. */
export const RENDERERS = [
  { site: 'chatgpt', renderer: 'search-unit' },
  { site: 'chatgpt', renderer: 'legacy' },
  { site: 'claude', renderer: 'hub' },
  { site: 'claude', renderer: 'older' },
] as const;
