import type { ReplicaSite } from '../model.ts';
import type { Chat, Listed, Transport } from './chat.ts';
import { newChat } from './chat.ts';
import { chatgptTransport } from './chatgpt-transport.ts';
import { claudeHubTransport } from './claude-hub-transport.ts';
import { claudeOlderTransport } from './claude-older-transport.ts';
import type { Composer } from './composer.ts';
import { fillComposer } from './composer.ts';
import { h } from './dom.ts';
import { base, showVersion } from './http.ts';
import { hub } from './hub.ts';
import { legacy } from './legacy.ts';
import { older } from './older.ts';
import { readLag, replicaPanel } from './panel.ts';
import type { Renderer, View } from './renderer.ts';
import { isTyping } from './renderer.ts';
import type { Route } from './routes.ts';
import { pathOf, routeOf } from './routes.ts';
import { searchUnit } from './search-unit.ts';
import { fillSidebar } from './sidebar.ts';
import { Transcript } from './transcript.ts';
import { startTypewriter } from './typewriter.ts';

const RENDERERS: Readonly<Record<ReplicaSite, readonly Renderer[]>> = {
  chatgpt: [searchUnit, legacy],
  claude: [hub, older],
};

const PROJECT_IDS: Readonly<Record<ReplicaSite, string>> = {
  chatgpt: 'g-p-68f0aa11bb22cc33dd44ee55ff660011',
  claude: '68f00000-9999-4222-8333-0000000000aa',
};

/** Hidden pages kept after leaving a conversation. */
const KEPT_PAGES = 2;

/** One page open on one site: route, chat, view, and what the person does. */
export class App {
  readonly #site: ReplicaSite;
  readonly #renderer: Renderer;
  readonly #nav = h('nav', { 'aria-label': 'Chat history' });
  readonly #stage = h('div', { class: 'stage' });
  #listed: readonly Listed[] = [];
  #chat: Chat = newChat();
  #transport: Transport;
  #view: View;
  #transcript: Transcript;
  #composer: Composer;
  #kept: View[] = [];
  #frozen: HTMLElement | undefined;
  #lagMs = 0;
  #running = false;
  #answers = 0;

  constructor(site: ReplicaSite, rendererName: string) {
    this.#site = site;
    this.#renderer = RENDERERS[site].find(({ name }) => name === rendererName) ?? RENDERERS[site][0]!;
    document.body.dataset['replicaRenderer'] = this.#renderer.name;
    const side = h(
      'div',
      { class: 'side' },
      this.#nav,
      replicaPanel(site, this.#renderer.name, () => this.#readLag()),
    );
    document.body.append(side, this.#stage);
    startTypewriter(
      () => this.#chat,
      () => this.#lagMs,
      () => this.#render(),
    );
    window.addEventListener('popstate', () => this.open(this.#route()));
    this.#readLag();
    const { transport, view, transcript, composer } = this.#show(this.#chat);
    this.#transport = transport;
    this.#view = view;
    this.#transcript = transcript;
    this.#composer = composer;
    this.open(this.#route());
  }

  /** Shows the conversation of a route without loading the page anew. */
  open(route: Route): void {
    this.#transport.leave();
    this.#frozen?.remove();
    this.#frozen = undefined;
    this.#keep(this.#view);
    const projectId = route.project?.replace(/-kitchen-garden$/, '');
    const chat = newChat({
      id: route.conversation,
      temporary: route.temporary,
      project: projectId === undefined ? undefined : { id: projectId, name: 'Kitchen garden' },
    });
    this.#chat = chat;
    const { transport, view, transcript, composer } = this.#show(chat);
    this.#transport = transport;
    this.#view = view;
    this.#transcript = transcript;
    this.#composer = composer;
    this.#render();
    this.#list();
    this.#composer.focus();
    if (chat.id) this.#report(transport.load(chat));
  }

  #route(): Route {
    return routeOf(
      this.#site,
      location.pathname.slice(base.length) || '/',
      new URLSearchParams(location.search),
    );
  }

  #show(chat: Chat) {
    const view = this.#renderer.view(chat);
    this.#stage.append(view.page);
    this.#renderer.activate(view, true);
    const announce = {
      changed: () => this.#chat === chat && this.#render(),
      named: () => this.#chat === chat && this.#named(),
    };
    const transport =
      this.#site === 'chatgpt'
        ? chatgptTransport(announce, this.#renderer.keepsPages)
        : this.#renderer.name === 'hub'
          ? claudeHubTransport(announce)
          : claudeOlderTransport(announce);
    const actions = {
      again: (questionId: string) => {
        const question = chat.turns.find(({ id }) => id === questionId);
        if (question && !chat.running) this.#report(transport.again(chat, question));
      },
      edit: (turn: { readonly parentId: string | undefined }, text: string) =>
        chat.running || this.#report(transport.send(chat, text, turn.parentId ?? 'client-created-root')),
      step: (turn: { readonly id: string }, by: 1 | -1) => {
        const ids = chat.versions[turn.id] ?? [];
        const wanted = ids[(ids.indexOf(turn.id) + by + ids.length) % ids.length];
        if (wanted && chat.id) this.#report(showVersion(chat.id, wanted).then(() => transport.load(chat)));
      },
    };
    const transcript = new Transcript(this.#renderer, view, actions, () => transport.older(chat));
    const composer = fillComposer(
      view.composer,
      this.#site,
      (text) => chat.running || this.#report(transport.send(chat, text, undefined).then(() => this.#list())),
      () => this.#report(transport.stop(chat)),
    );
    return { transport, view, transcript, composer };
  }

  #go(route: Route): void {
    history.pushState({}, '', base + pathOf(this.#site, route));
    this.open(route);
  }

  /** The chat got an id: the address follows, and for a new ChatGPT chat a frozen copy of the page stays behind. */
  #named(): void {
    if (this.#chat.temporary) {
      this.#render();
      return;
    }
    const project =
      this.#chat.project &&
      (this.#site === 'chatgpt' ? `${this.#chat.project.id}-kitchen-garden` : this.#chat.project.id);
    const path = base + pathOf(this.#site, { conversation: this.#chat.id, project, temporary: false });
    const wasLocal = location.pathname.includes('/local-');
    if (wasLocal) history.replaceState({}, '', path);
    else history.pushState({}, '', path);
    if (this.#site === 'chatgpt' && !this.#chat.id?.startsWith('local-')) this.#freeze();
    this.#render();
    this.#list();
  }

  /** A zero-size copy of the page with a stop control of its own: what the site leaves after a redirect. */
  #freeze(): void {
    const copy = this.#view.page.cloneNode(true) as HTMLElement;
    if (this.#renderer.keepsPages) copy.setAttribute('data-app-shell-active-page', 'false');
    this.#frozen = h(
      'div',
      {
        'aria-hidden': 'true',
        inert: '',
        style: 'position:absolute;width:0;height:0;overflow:hidden;visibility:hidden',
      },
      copy,
    );
    this.#stage.append(this.#frozen);
  }

  #keep(view: View): void {
    if (!this.#renderer.keepsPages || view.list.querySelector('.turn') === null) {
      view.page.remove();
      return;
    }
    this.#renderer.activate(view, false);
    this.#kept.push(view);
    if (this.#kept.length > KEPT_PAGES) this.#kept.shift()?.page.remove();
  }

  #render(): void {
    const chat = this.#chat;
    const name = this.#site === 'chatgpt' ? 'ChatGPT' : 'Claude';
    const label = chat.temporary
      ? this.#site === 'chatgpt'
        ? 'Temporary chat'
        : 'Incognito chat'
      : chat.title;
    this.#view.title.textContent = chat.project ? `${chat.project.name} / ${label}` : label;
    document.title =
      chat.temporary || !chat.id ? name : this.#site === 'claude' ? `${chat.title} - Claude` : chat.title;
    this.#stage.classList.toggle('empty', chat.turns.length === 0);
    this.#transcript.render(chat);
    this.#countAnswers(chat.running || chat.turns.some(isTyping));
    if (this.#view.olderStatus)
      this.#view.olderStatus.textContent = chat.olderBefore ? 'Scroll up for older messages' : '';
    const notice = this.#view.page.querySelector('[role="alert"]');
    if (chat.error && !notice)
      this.#view.composer.before(h('div', { role: 'alert', class: 'notice' }, chat.error));
    else if (!chat.error) notice?.remove();
  }

  /** The number of answers seen to their last word is on the body, for drivers that may be slower than an answer. */
  #countAnswers(running: boolean): void {
    this.#composer.setRunning(running);
    if (this.#running && !running) {
      this.#answers += 1;
      document.body.dataset.replicaAnswers = String(this.#answers);
    }
    this.#running = running;
  }

  #list(): void {
    const chat = this.#chat;
    this.#report(
      this.#transport.list().then((listed) => {
        this.#listed = listed;
        fillSidebar(this.#nav, this.#site, this.#listed, chat, PROJECT_IDS[this.#site], (route) =>
          this.#go(route),
        );
      }),
    );
  }

  #readLag(): void {
    this.#report(
      readLag().then((ms) => {
        this.#lagMs = ms;
      }),
    );
  }

  #report(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.#chat.error = `This did not work: ${error instanceof Error ? error.message : String(error)}`;
      this.#render();
    });
  }
}
