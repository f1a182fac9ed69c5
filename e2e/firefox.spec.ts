import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serveReplica } from '../replica/serve.ts';
import { Firefox, findFirefox } from '../scripts/lib/firefox.ts';

const BUILT = fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url));

const CHATS = [
  {
    name: 'ChatGPT',
    url: 'https://chatgpt.com/',
    editor: '#prompt-textarea',
    says: 'Which crane lifts pianos?',
  },
  {
    name: 'Claude',
    url: 'https://claude.ai/new',
    editor: '[data-testid="chat-input"]',
    says: 'Which ferry carries pianos?',
  },
];

test('in Firefox a chat is captured, found, counted and erased', async () => {
  test.setTimeout(180_000);
  const path = findFirefox();
  if (!path) process.stderr.write('SKIPPED: no Firefox on this machine; its build is only linted.\n');
  test.skip(path === undefined, 'There is no Firefox on this machine.');
  if (!existsSync(join(BUILT, 'manifest.json'))) throw new Error('Run "npm run build:firefox" first.');
  const manifest = JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const speed = { chunkDelayMs: 12, chunkSize: 12, firstChunkMs: 80, domLagMs: 120 };
  const replica = await serveReplica({ tls: true, speed });
  const { id } = manifest.browser_specific_settings.gecko;
  const firefox = await Firefox.launch(path ?? '', BUILT, id, replica.port);
  const eventually = { timeout: 20_000 };
  try {
    const manager = await firefox.open('/manager.html#/health');
    await expect.poll(() => manager.text(), eventually).toContain('All is well');
    for (const { url, editor, says } of CHATS) {
      const chat = await firefox.open(url);
      await chat.focus(editor);
      await chat.type(says, { enter: true });
    }
    // The question and the answer of both, on a page that was open before.
    await expect.poll(() => manager.text(), eventually).toMatch(/Memories\s+4\s+Conversations\s+2\s/);

    const popup = await firefox.open('/popup.html');
    await popup.focus('#query');
    await popup.type('pianos');
    for (const { name, says } of CHATS) {
      await expect.poll(() => popup.text(), eventually).toContain(says);
      await expect.poll(() => popup.text(), eventually).toContain(`You · ${name}`);
    }

    await manager.goto('/manager.html#/privacy');
    await expect.poll(() => manager.text(), eventually).toContain('Erase everything…');
    await manager.value(
      `[...document.querySelectorAll('button')].find((it) => it.textContent === 'Erase everything…').click()`,
    );
    await manager.focus('dialog input');
    await manager.type('erase', { enter: true });
    await manager.goto('/manager.html#/health');
    await expect.poll(() => manager.text(), eventually).toMatch(/Memories\s+0\s+Conversations\s+0\s/);
    await expect.poll(() => manager.text(), eventually).toContain('All is well');
  } finally {
    await firefox.close();
    await replica.close();
  }
});
