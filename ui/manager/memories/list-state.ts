import { batch, signal } from '@preact/signals';
import type { Seq } from '../../../core/model/memory.ts';
import type { Facets, MemoryFilter, MemoryRow, QueryToken, SearchHit } from '../../../core/model/query.ts';
import type { VaultApi } from '../../../core/model/vault-api.ts';
import { noteShown } from '../../feedback.ts';
import type { DayHeading } from './virtual-layout.ts';

const CHUNK = 100;
const MAX_HITS = 200;

/** The memories page's list: chunks of a long list loaded as they come into sight, or the hits of a search. */
export class ListState {
  readonly total = signal(0);
  readonly days = signal<readonly DayHeading[]>([]);
  readonly facets = signal<Facets | undefined>(undefined);
  readonly hits = signal<readonly SearchHit[] | undefined>(undefined);
  readonly tokens = signal<readonly QueryToken[]>([]);
  readonly quarantined = signal(0);
  /** Of the search shown; undefined for a list, and while learning is off. */
  readonly impression = signal<string | undefined>(undefined);
  readonly selected = signal<ReadonlySet<Seq>>(new Set());
  /** True once rows of the present filter are there. */
  readonly loaded = signal(false);
  /** Counts arrivals of rows, so that a view shows them. */
  readonly arrivals = signal(0);
  readonly filter = signal<MemoryFilter>({});
  readonly query = signal('');

  readonly #vault: VaultApi;
  #chunks = new Map<number, readonly MemoryRow[]>();
  #generation = 0;
  #wanted: readonly [first: number, last: number] = [0, 0];
  #filling: Promise<void> | undefined;

  constructor(vault: VaultApi) {
    this.#vault = vault;
  }

  /** Shows another list. The selection is dropped: it belonged to the old one. */
  async show(query: string, filter: MemoryFilter): Promise<void> {
    batch(() => {
      this.query.value = query;
      this.filter.value = filter;
      this.selected.value = new Set();
      this.loaded.value = false;
    });
    await this.reload();
  }

  /** Reads the same list again; rows stay in sight until the new ones are there. */
  async reload(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const query = this.query.value.trim();
    const filter = this.filter.value;
    const [first] = this.#wanted;
    const chunk = Math.floor(first / CHUNK);
    const [hits, top, inSight, facets] = await Promise.all([
      query === ''
        ? undefined
        : this.#vault.search({
            query,
            filter,
            limit: MAX_HITS,
            grouped: true,
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          }),
      query === '' ? this.#vault.list(filter, 0, CHUNK) : undefined,
      query === '' && chunk > 0 ? this.#vault.list(filter, chunk * CHUNK, CHUNK) : undefined,
      this.#vault.facets(filter),
    ]);
    if (generation !== this.#generation) return;
    noteShown(hits);
    this.#chunks = new Map();
    if (top) this.#chunks.set(0, top.rows);
    if (inSight) this.#chunks.set(chunk, inSight.rows);
    batch(() => {
      this.hits.value = hits?.hits;
      this.impression.value = hits?.impression;
      this.tokens.value = hits?.tokens ?? [];
      this.quarantined.value = hits?.quarantined ?? 0;
      this.total.value = hits ? hits.hits.length : (top?.total ?? 0);
      this.days.value = top?.days ?? [];
      this.facets.value = facets;
      this.loaded.value = true;
      this.arrivals.value += 1;
    });
    await this.want(...this.#wanted);
  }

  /** The row at `index`, once it has arrived. */
  rowAt(index: number): MemoryRow | undefined {
    const hits = this.hits.value;
    if (hits) return hits[index]?.row;
    return this.#chunks.get(Math.floor(index / CHUNK))?.[index % CHUNK];
  }

  /** Loads what lies between two indexes. While a request is out only the newest wish is remembered. */
  want(first: number, last: number): Promise<void> {
    this.#wanted = [first, last];
    if (this.hits.value) return Promise.resolve();
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  async #fill(): Promise<void> {
    for (let missing = this.#missing(); missing !== undefined; missing = this.#missing()) {
      const chunk = missing;
      const generation = this.#generation;
      const { rows } = await this.#vault.list(this.filter.value, chunk * CHUNK, CHUNK);
      if (generation !== this.#generation) continue;
      this.#chunks.set(chunk, rows);
      this.arrivals.value += 1;
    }
  }

  #missing(): number | undefined {
    const [first, last] = this.#wanted;
    const end = Math.min(last, this.total.value - 1);
    for (let chunk = Math.floor(first / CHUNK); chunk * CHUNK <= end; chunk += 1) {
      if (!this.#chunks.has(chunk)) return chunk;
    }
    return undefined;
  }

  toggle(seq: Seq): void {
    const next = new Set(this.selected.value);
    if (!next.delete(seq)) next.add(seq);
    this.selected.value = next;
  }

  /** Selects every loaded row between two indexes, both included. */
  selectRange(from: number, to: number): void {
    const next = new Set(this.selected.value);
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const row = this.rowAt(index);
      if (row) next.add(row.seq);
    }
    this.selected.value = next;
  }

  async selectAll(): Promise<void> {
    const hits = this.hits.value;
    const rows = hits
      ? hits.map(({ row }) => row)
      : (await this.#vault.list(this.filter.value, 0, this.total.value)).rows;
    this.selected.value = new Set(rows.map(({ seq }) => seq));
  }

  clearSelection(): void {
    this.selected.value = new Set();
  }
}
