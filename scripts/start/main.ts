import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serveReplica } from '../../replica/serve.ts';
import { launchWithExtension } from '../lib/launch.ts';
import { serveFolder } from './serve-folder.ts';
import { type Stage, takeTour } from './tour.ts';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));
const EXTENSION = join(OUTPUT, 'chrome-mv3-dev');
const APP = join(OUTPUT, 'app');
const APP_PORT = 7310;
const WELCOME = existsSync(join(EXTENSION, 'welcome.html')) ? 'welcome.html' : 'manager.html';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** What a person finds open, then the console waits until they close the browser. */
const showAround = async ({ context, extensionId, replica, app }: Stage): Promise<void> => {
  const [first] = context.pages();
  const own = `chrome-extension://${extensionId}/`;
  // The extension opens its welcome page by itself when it is installed; a kept profile knows it already.
  if (!context.pages().some((page) => page.url().startsWith(own))) await first?.goto(`${own}${WELCOME}`);
  const chat = await context.newPage();
  await chat.goto(`${replica}/chatgpt/`);
  say('');
  say('Chromium is open. Say something in the chat page, then press Ctrl+Shift+Space or the toolbar icon.');
  say(`  chat pages  ${replica}/`);
  if (app) say(`  web app     ${app}/`);
  say(`  manager     ${own}manager.html`);
  say('Close the browser or press Ctrl+C to end.');
  await context.waitForEvent('close', { timeout: 0 });
};

const main = async (): Promise<void> => {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  const replica = await serveReplica(
    headless ? { speed: { chunkDelayMs: 16, firstChunkMs: 120, domLagMs: 200 } } : {},
  );
  const app = existsSync(APP) ? await serveFolder(APP, APP_PORT) : undefined;
  const browser = await launchWithExtension({
    executablePath: process.env.CHROMIUM_PATH ?? 'chromium',
    extension: EXTENSION,
    headless,
    ...(headless ? {} : { profile: join(OUTPUT, 'profile') }),
  });
  const stage: Stage = {
    context: browser.context,
    extensionId: browser.extensionId,
    replica: `http://localhost:${replica.port}`,
    app: app && `http://localhost:${app.port}`,
    screenshots: join(OUTPUT, 'screenshots'),
  };
  try {
    if (headless) await takeTour(stage, say);
    else await showAround(stage);
  } finally {
    await browser.close();
    await replica.close();
    app?.close();
  }
};

process.on('SIGINT', () => process.exit(0));
main().catch((error: unknown) => {
  process.stderr.write(`npm start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
