import type { Page } from '@playwright/test';
import type { ReplicaSite } from './model.ts';

/** What a person's hands find on each site; the same in all its renderers. */
const CONTROLS = {
  chatgpt: {
    start: '/',
    temporary: 'Temporary chat',
    stop: '[data-testid="stop-button"]:visible',
    editor: '#prompt-textarea:visible',
  },
  claude: {
    start: '/new',
    temporary: 'Incognito chat',
    stop: '[data-testid="chat-input-stop"]:visible',
    editor: '[data-testid="chat-input"]:visible',
  },
} as const satisfies Record<ReplicaSite, object>;

/** One tab with a replica chat page, used as a person uses it. */
export class ChatPage {
  readonly page: Page;
  readonly site: ReplicaSite;

  constructor(page: Page, site: ReplicaSite) {
    this.page = page;
    this.site = site;
  }

  /** Opens a new chat, or the page at `path` of the site. `origin` carries no slash at its end. */
  async open(origin: string, renderer: string, path: string = CONTROLS[this.site].start): Promise<void> {
    const address = new URL(origin + path);
    address.searchParams.set('renderer', renderer);
    await this.page.goto(address.href);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.#editor().waitFor();
  }

  /** Sends `text` without waiting for the answer. */
  async send(text: string): Promise<void> {
    await this.#editor().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Sends `text` and waits until its answer is on screen to the last word. */
  async say(text: string): Promise<void> {
    await this.#untilAnswered(() => this.send(text));
  }

  /** Writes into the editor and sends nothing yet. */
  async write(text: string): Promise<void> {
    await this.#editor().focus();
    await this.page.keyboard.insertText(text);
  }

  /** Pastes from the clipboard into the editor, as Ctrl+V does. */
  async paste(text: string): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await this.page.bringToFront();
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.#editor().focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Cuts all that stands in the editor and puts it back. */
  async cutAndPutBack(): Promise<void> {
    await this.#editor().focus();
    for (const keys of ['A', 'X', 'V']) await this.page.keyboard.press(`ControlOrMeta+${keys}`);
  }

  /** Sends what stands in the editor and waits until its answer is on screen to the last word. */
  async sendWritten(): Promise<void> {
    await this.#untilAnswered(() => this.page.keyboard.press('Enter'));
  }

  /** Ends the answer that is being written. */
  async stopAnswer(): Promise<void> {
    await this.#untilAnswered(() => this.#stop().click());
  }

  /** Waits for the last word of an answer that is under way. */
  async settled(): Promise<void> {
    await this.#stop().waitFor({ state: 'hidden' });
  }

  /** Asks for another version of the last answer, and waits for it. */
  async again(): Promise<void> {
    await this.#untilAnswered(() => this.#lastTurnButton('Try again').click({ force: true }));
  }

  /** Rewrites the last question, which starts a branch, and waits for its answer. */
  async edit(text: string): Promise<void> {
    await this.#lastTurnButton('Edit message').click({ force: true });
    await this.page.locator('textarea:visible').fill(text);
    await this.#untilAnswered(() => this.page.getByRole('button', { name: 'Send edit' }).click());
  }

  /** Moves to another conversation without loading the page anew. */
  async openListed(title: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: title, exact: true }).first().click();
    await this.ready();
  }

  async newChat(): Promise<void> {
    await this.openListed('New chat');
  }

  async temporaryChat(): Promise<void> {
    await this.openListed(CONTROLS[this.site].temporary);
  }

  /** Visible text of the whole page that is in front. */
  async text(): Promise<string> {
    return this.page.locator('.stage').innerText();
  }

  async #untilAnswered(act: () => Promise<void>): Promise<void> {
    const count = () => Number(document.body.dataset.replicaAnswers ?? 0);
    const before = await this.page.evaluate(count);
    await act();
    await this.page.waitForFunction(
      (known) => Number(document.body.dataset.replicaAnswers ?? 0) > known,
      before,
      // A tab in the background has no animation frames to poll on.
      { polling: 50 },
    );
  }

  #editor() {
    return this.page.locator(CONTROLS[this.site].editor);
  }

  #stop() {
    return this.page.locator(CONTROLS[this.site].stop);
  }

  #lastTurnButton(name: string) {
    return this.page.locator('.turn:visible').getByRole('button', { name, exact: true }).last();
  }
}
