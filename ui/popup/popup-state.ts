import { batch, computed, signal } from '@preact/signals-core';
import type { SignalKind } from '../../core/model/learning-api.ts';
import type { Seq } from '../../core/model/memory.ts';
import type { Facets, MemoryRow, QueryToken, SearchHit } from '../../core/model/query.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { VaultApi, VaultStatus } from '../../core/model/vault-api.ts';
import type { CaptureStatus } from '../capture-status.ts';
import { noteShown, tellSignal } from '../feedback.ts';
import { fullVault } from '../full-vault.ts';
import { sayFailure, t } from '../i18n/i18n.ts';
import { withoutOpenOperator } from '../query/open-operator.ts';
import { safeUrl } from '../safe-url.ts';
import { settle } from './settle.ts';

export type PopupItem = Pick<SearchHit, 'row' | 'snippet' | 'marks' | 'titleMarks'> &
  Partial<Pick<SearchHit, 'why' | 'folded'>>;
export type PopupSection = {
  readonly id: 'results' | 'here' | 'pinned' | 'recent';
  readonly items: readonly PopupItem[];
};

/** What the popup needs of the browser around it. */
export type PopupPlatform = {
  /** Capture state of the tab in front; undefined where it is no chat we know. */
  captureStatus(): Promise<CaptureStatus | undefined>;
  openUrl(url: string): void;
  /** Opens the manager at a hash such as `#/memories?q=x`. */
  openManager(hash: string): void;
  copy(text: string): Promise<void>;
};

const MAX_RESULTS = 20;
const MAX_HERE = 3;
const MAX_PINNED = 5;

const plainItem = (row: MemoryRow): PopupItem => ({ row, snippet: row.preview, marks: [], titleMarks: [] });

/** State and acts of the popup, without any view. */
export class PopupState {
  readonly query = signal('');
  readonly sections = signal<readonly PopupSection[]>([]);
  readonly tokens = signal<readonly QueryToken[]>([]);
  readonly total = signal(0);
  readonly quarantined = signal(0);
  readonly selected = signal<Seq | undefined>(undefined);
  readonly status = signal<VaultStatus | undefined>(undefined);
  readonly capture = signal<CaptureStatus | undefined>(undefined);
  readonly settings = signal<Settings | undefined>(undefined);
  readonly facets = signal<Facets | undefined>(undefined);
  /** True once the sections belong to the query that is shown. */
  readonly settled = signal(false);
  readonly failure = signal<string | undefined>(undefined);
  /** Short word of confirmation, announced. */
  readonly said = signal('');

  readonly items = computed(() => this.sections.value.flatMap(({ items }) => items));
  readonly selectedItem = computed(() => this.items.value.find(({ row }) => row.seq === this.selected.value));
  readonly selectedRow = computed(() => this.selectedItem.value?.row);
  /** The reasons of the selected hit are shown. */
  readonly explaining = signal(false);
  /** What is not needed for the first list; undefined until it is loaded. */
  readonly later = signal<typeof import('./later.tsx') | undefined>(undefined);
  readonly saved = computed(() => this.settings.value?.savedSearches ?? []);
  readonly completions = computed(
    () => this.later.value?.completionsOf(this.query.value, this.facets.value, this.saved.value) ?? [],
  );

  readonly #vault: Promise<VaultApi>;
  readonly #platform: PopupPlatform;
  /** The list shown may no longer be that of the query. */
  #isStale = false;
  #reading: Promise<void> | undefined;
  #inHand = false;

  constructor(vault: Promise<VaultApi>, platform: PopupPlatform) {
    this.#vault = vault;
    this.#platform = platform;
  }

  /** Fills the popup; never rejects: a failure is shown. */
  async start(): Promise<void> {
    await Promise.all([this.#fill(), this.#loadLater()]);
  }

  #fill(): Promise<void> {
    return this.#guard(async (vault) => {
      const refreshed = this.refresh();
      this.status.value = await vault.status();
      [this.settings.value] = await Promise.all([vault.settings(), this.readCapture()]);
      await refreshed;
      if (this.capture.value && this.query.value.trim() === '') await this.refresh();
      await vault.subscribe((change) => {
        if (change.kind === 'memories') void Promise.all([this.refresh(), this.readCapture()]);
        if (change.kind === 'status') {
          const opened = this.status.value?.state !== 'ready' && change.status.state === 'ready';
          this.status.value = change.status;
          if (opened) void this.refresh();
        }
        if (change.kind === 'settings') this.settings.value = change.settings;
      });
      // It may have opened before the subscription.
      this.status.value = await vault.status();
      this.facets.value = await vault.facets({});
    });
  }

  async #loadLater(): Promise<void> {
    try {
      this.later.value = await import('./later.tsx');
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Searches for what was typed; the newest query wins. */
  type(query: string): Promise<void> {
    batch(() => {
      this.query.value = query;
      this.settled.value = false;
    });
    this.#inHand = false;
    return this.refresh();
  }

  /**
   * Reads the list of the current query again. The selected row keeps its place while it is in the person's hand. One
   * search runs at a time and only the newest query follows it, so that fast typing leaves no queue in the vault.
   */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readNewest().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readNewest(): Promise<void> {
    do {
      // Here too: a vault that cannot be reached reads nothing.
      this.#isStale = false;
      await this.#guard((vault) => this.#read(vault));
    } while (this.#isStale);
  }

  async #read(vault: VaultApi): Promise<void> {
    this.#isStale = false;
    const query = withoutOpenOperator(this.query.value);
    const { sections, ...rest } =
      query.trim() === '' ? await this.#overview(vault) : await this.#search(vault, query);
    if (this.#isStale) return;
    batch(() => {
      this.failure.value = undefined;
      this.tokens.value = rest.tokens;
      this.total.value = rest.total;
      this.quarantined.value = rest.quarantined;
      this.#show(sections);
      this.settled.value = true;
    });
  }

  async #overview(vault: VaultApi) {
    const site = this.capture.value?.site;
    const [recent, pinned, here] = await Promise.all([
      vault.recent(MAX_RESULTS),
      vault.list({ pinned: true }, 0, MAX_PINNED),
      site === undefined ? undefined : vault.recent(MAX_HERE, site),
    ]);
    const seen = new Set<Seq>();
    const fresh = (rows: readonly MemoryRow[]) =>
      rows.filter(({ seq }) => !seen.has(seq) && seen.add(seq)).map(plainItem);
    const all: PopupSection[] = [
      { id: 'here', items: fresh(here?.rows ?? []) },
      { id: 'pinned', items: fresh(pinned.rows) },
      { id: 'recent', items: fresh(recent.rows) },
    ];
    const sections = all.filter(({ items }) => items.length > 0);
    return { sections, tokens: [], total: recent.total, quarantined: 0 };
  }

  async #search(vault: VaultApi, query: string) {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { site, conversation } = this.capture.value ?? {};
    const front = site !== undefined && conversation !== undefined ? { front: { site, conversation } } : {};
    const response = await vault.search({ query, limit: MAX_RESULTS, timeZone, grouped: true, ...front });
    noteShown(response);
    const { hits, tokens, total, quarantined } = response;
    const sections: PopupSection[] = hits.length > 0 ? [{ id: 'results', items: hits }] : [];
    return { sections, tokens, total, quarantined };
  }

  #show(sections: readonly PopupSection[]): void {
    const inHand = this.#inHand ? this.selected.value : undefined;
    const shown = this.sections.value;
    this.sections.value = sections.map(({ id, items }) => {
      const before = shown.find((section) => section.id === id)?.items ?? [];
      return { id, items: settle(before, items, inHand, ({ row }) => row.seq) };
    });
    const stillThere = this.items.value.some(({ row }) => row.seq === inHand);
    if (!stillThere) {
      this.#inHand = false;
      this.selected.value = this.items.value[0]?.row.seq;
    }
  }

  /** Moves the selection by `step` rows, or to an end; stops at the ends. */
  move(step: number | 'first' | 'last'): void {
    const { value: items } = this.items;
    const at = items.findIndex(({ row }) => row.seq === this.selected.value);
    const target = step === 'first' ? 0 : step === 'last' ? items.length - 1 : at + step;
    this.select(items[Math.max(0, Math.min(items.length - 1, target))]?.row.seq);
  }

  select(seq: Seq | undefined): void {
    this.selected.value = seq;
    this.#inHand = true;
  }

  /** Opens the selected memory in its conversation; a memory without a page opens in the manager. */
  open(): void {
    const row = this.selectedRow.value;
    if (!row) return;
    this.#tell(row.seq, 'open');
    const url = safeUrl(row.url);
    if (url === undefined) this.#platform.openManager(`#/memory/${row.seq}`);
    else this.#platform.openUrl(url);
  }

  details(): void {
    const row = this.selectedRow.value;
    if (!row) return;
    this.#tell(row.seq, 'open');
    this.#platform.openManager(`#/memory/${row.seq}`);
  }

  /** Opens the manager with the query kept. */
  showAll(): void {
    const query = this.query.value.trim();
    this.#platform.openManager(query === '' ? '#/memories' : `#/memories?q=${encodeURIComponent(query)}`);
  }

  copy(): Promise<void> {
    return this.#guard(async (vault) => {
      const row = this.selectedRow.value;
      if (!row) return;
      const [text] = await vault.texts([row.seq]);
      await this.#platform.copy(text?.markdown ?? row.preview);
      await tellSignal(vault, row.seq, 'copy');
      this.said.value = t('copied');
    });
  }

  /** Shows what the insert gate makes of the selected memory, and copies it on request. */
  copyForChat(): Promise<void> {
    return this.#guard(async (vault) => {
      const row = this.selectedRow.value;
      if (!row) return;
      const { openInsertion } = await import('../insertion/open-insertion.tsx');
      const said = await openInsertion(fullVault({ vault }), [row.seq], (text) => this.#platform.copy(text));
      if (said !== undefined) this.said.value = said;
    });
  }

  /** Query for memories like the selected one; undefined without a selection. */
  likeSelected(): string | undefined {
    const seq = this.selected.value;
    return seq === undefined ? undefined : `like:${seq} `;
  }

  togglePin(): Promise<void> {
    return this.#guard(async (vault) => {
      const row = this.selectedRow.value;
      if (!row) return;
      this.#inHand = true;
      await vault.setPinned([row.seq], !row.pinned);
      if (!row.pinned) await tellSignal(vault, row.seq, 'pin');
      await this.refresh();
    });
  }

  saveNote(): Promise<void> {
    return this.#guard(async (vault) => {
      const saved = await vault.addNote(this.query.value.trim());
      if (!saved.ok) {
        this.failure.value = sayFailure(saved.error);
        return;
      }
      this.said.value = t('search.noteSaved');
      await this.refresh();
    });
  }

  /** Keeps these searches, in the place of those kept before. */
  keepSearches(savedSearches: Settings['savedSearches']): Promise<void> {
    return this.#guard(async (vault) => {
      this.settings.value = await vault.changeSettings({ savedSearches });
    });
  }

  setPaused(paused: boolean): Promise<void> {
    return this.#guard(async (vault) => {
      this.settings.value = await vault.changeSettings({ paused });
    });
  }

  async readCapture(): Promise<void> {
    this.capture.value = await this.#platform.captureStatus();
  }

  /** Sent before the popup closes over what is opened; nobody waits for it. */
  #tell(seq: Seq, kind: SignalKind): void {
    void this.#guard((vault) => tellSignal(vault, seq, kind));
  }

  async #guard(act: (vault: VaultApi) => Promise<void>): Promise<void> {
    try {
      await act(await this.#vault);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.failure.value = error instanceof Error ? error.message : String(error);
  }
}
