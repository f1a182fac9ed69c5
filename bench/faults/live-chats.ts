import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ChatPage } from '../../replica/driver.ts';
import { serveReplica } from '../../replica/serve.ts';
import { resolverRules } from '../../scripts/lib/launch.ts';
import { launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { readTraffic } from '../browser/traffic.ts';
import { waitUntilReady } from '../browser/vault-page.ts';

const ORIGIN = { chatgpt: 'https://chatgpt.com', claude: 'https://claude.ai' } as const;
const SETTLED_MS = 20_000;

export type Site = keyof typeof ORIGIN;

/** Words in no chat but one exchange: its question and its answer. */
export const mark = (talk: string, number: number): string => `${talk}mark${number}end`;

/** Every text the vault holds. */
export const allTexts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (;;) {
      const { rows } = await window.vault.list({}, found.length, 2_000);
      if (rows.length === 0) return found;
      found.push(...(await window.vault.texts(rows.map(({ seq }) => seq))).map(({ text }) => text));
    }
  });

export type Kept = { readonly lost: number; readonly doubled: number; readonly turns: number };

/** How often each of `marks` is held: twice is right, once in the question and once in the answer. */
export const keptOf = (marks: readonly string[], texts: readonly string[]): Kept => {
  let [lost, doubled] = [0, 0];
  for (const word of marks) {
    const held = texts.filter((text) => text.includes(word)).length;
    lost += Math.max(0, 2 - held);
    doubled += Math.max(0, held - 2);
  }
  return { lost, doubled, turns: marks.length * 2 };
};

/** A browser with the extension in front of chat pages that answer as the real ones do, from this machine. */
export class LiveChats {
  readonly #options: { readonly extension: string; readonly executable: string };
  readonly #replica: Awaited<ReturnType<typeof serveReplica>>;
  readonly #folder: string;
  #openings = 0;
  browser!: RawBrowser;

  private constructor(
    options: { extension: string; executable: string },
    replica: Awaited<ReturnType<typeof serveReplica>>,
    folder: string,
  ) {
    this.#options = options;
    this.#replica = replica;
    this.#folder = folder;
  }

  static async start(options: { extension: string; executable: string }): Promise<LiveChats> {
    const speed = { chunkDelayMs: 25, chunkSize: 10, firstChunkMs: 80, domLagMs: 60 };
    const replica = await serveReplica({ tls: true, speed });
    const chats = new LiveChats(options, replica, await mkdtemp(join(tmpdir(), 'recollect-live-')));
    await chats.open();
    return chats;
  }

  /** Starts the browser on the same profile as before. */
  async open(): Promise<void> {
    this.#openings += 1;
    this.browser = await launchRaw({
      ...this.#options,
      profile: join(this.#folder, 'profile'),
      args: [
        `--host-resolver-rules=${resolverRules(this.#replica.port)}`,
        '--ignore-certificate-errors',
        `--log-net-log=${this.#netLog(this.#openings)}`,
      ],
    });
    await waitUntilReady(this.browser.page);
  }

  /** A new tab with a new chat, or with the page at `path` of the site. */
  async chat(site: Site, renderer: string, path?: string): Promise<ChatPage> {
    const page = await this.browser.page.context().newPage();
    const chat = new ChatPage(page, site);
    await chat.open(ORIGIN[site], renderer, path);
    return chat;
  }

  /** Waits until everything said has arrived, at most twenty seconds; what is missing then is lost. */
  async kept(marks: readonly string[]): Promise<Kept> {
    for (const started = performance.now(); ; ) {
      const kept = keptOf(marks, await allTexts(this.browser.page));
      if (kept.lost === 0 || performance.now() - started > SETTLED_MS) return kept;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Closes everything; answers the requests that the browser made and those meant to leave the machine. */
  async end(): Promise<{ requests: number; leaving: readonly string[] }> {
    await this.browser.close();
    await this.#replica.close();
    let requests = 0;
    const leaving: string[] = [];
    for (let opening = 1; opening <= this.#openings; opening++) {
      const traffic = await readTraffic(this.#netLog(opening));
      requests += traffic.requests;
      leaving.push(...traffic.leaving);
    }
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    return { requests, leaving };
  }

  /** Each opening of the browser writes its own record. */
  #netLog(opening: number): string {
    return join(this.#folder, `net-log-${opening}.json`);
  }
}
