import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['firefox', 'firefox-esr', 'firefox.exe'];
const LINE = /WebDriver BiDi listening on (ws:\S+)/;
const START_MS = 60_000;
/** The address of the extension's pages, which Firefox otherwise draws by lot. */
const UUID = '5f0e8a52-0c4e-4a6e-9d5e-3a5d3c1b7a11';
const ENTER = '\uE006';

/** Path of an installed Firefox; undefined where there is none. */
export const findFirefox = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const preferences = (
  id: string,
  replicaPort: number,
): Readonly<Record<string, string | number | boolean>> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
  // Every name is this machine, and every secure page the replica.
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${replicaPort}`,
  'network.stricttransportsecurity.preloadlist': false,
  'security.cert_pinning.enforcement_level': 0,
});

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
};

/** Address at which `firefox` takes commands. Rejects when it ends or says nothing within a minute. */
const addressOf = (firefox: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${said}`)), START_MS);
    firefox.stderr?.on('data', (part) => {
      said += part;
      const address = LINE.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    firefox.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
  });

/** A headless Firefox with the extension, driven by WebDriver BiDi: Playwright has no way to install one there. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  private constructor(firefox: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = firefox;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Answer));
  }

  /**
   * @param extension folder of the built extension
   * @param id its id in the manifest
   * @param replicaPort port on this machine that answers for every secure page
   */
  static async launch(path: string, extension: string, id: string, replicaPort: number): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'recollect-firefox-'));
    const lines = Object.entries(preferences(id, replicaPort)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    // Without system access the pages of an extension may not be opened.
    const remote = ['--remote-debugging-port=0', '--remote-allow-system-access'];
    const args = ['--headless', '--no-remote', '--profile', profile, ...remote];
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const socket = new WebSocket(`${await addressOf(child)}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('Firefox takes no commands')), { once: true });
    });
    const firefox = new Firefox(child, profile, socket);
    await firefox.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    return firefox;
  }

  send<Result>(method: string, params: object): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
    });
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  /** A new tab at `url`; a path is one of the extension's own pages. */
  async open(url: string): Promise<FirefoxTab> {
    const { context } = await this.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const tab = new FirefoxTab(this, context);
    await tab.goto(url);
    return tab;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#socket.close();
    this.#process.kill();
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #take({ id, result, error, message }: Answer): void {
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`Firefox: ${error}: ${message}`));
    else waiting?.resolve(result);
  }
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** One tab. */
export class FirefoxTab {
  readonly #firefox: Firefox;
  readonly #context: string;

  constructor(firefox: Firefox, context: string) {
    this.#firefox = firefox;
    this.#context = context;
  }

  async goto(url: string): Promise<void> {
    const address = url.startsWith('/') ? `moz-extension://${UUID}${url}` : url;
    await this.#firefox.send('browsingContext.navigate', {
      context: this.#context,
      url: address,
      wait: 'complete',
    });
  }

  /** Value of a script in the page: text, a number or a yes. */
  async value<Result>(expression: string): Promise<Result> {
    const answer = await this.#firefox.send<Evaluated>('script.evaluate', {
      expression,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value as Result;
  }

  /** What a person reads on the page. */
  text(): Promise<string> {
    return this.value('document.body.innerText');
  }

  /** Focuses the first visible element of a selector. Throws when there is none. */
  async focus(selector: string): Promise<void> {
    await this.value(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].find((it) => it.offsetParent).focus()`,
    );
  }

  /** Presses the keys of `text`, then Enter where asked. */
  async type(text: string, { enter = false } = {}): Promise<void> {
    const keys = [...text, ...(enter ? [ENTER] : [])];
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#firefox.send('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
}
