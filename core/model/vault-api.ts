import type { Observation } from './capture.ts';
import type { Agent, Conversation, Memory, MemoryText, Seq } from './memory.ts';
import type { Progress } from './progress.ts';
import type {
  ConversationView,
  Facets,
  MemoryFilter,
  MemoryPage,
  SearchRequest,
  SearchResponse,
} from './query.ts';
import type { Failure, Result } from './result.ts';
import type { AppendOutcome, CaptureGap, CaptureSender } from './sender.ts';
import type { Values } from './sentence.ts';
import type { Settings } from './settings.ts';

/** One line of the health page. Never contains captured content. */
export type HealthEntry = {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Which part noticed: `capture/chatgpt`, `store`, `search`, … */
  readonly area: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** Names the message and what was done, for pages in other languages; missing in entries of earlier versions. */
  readonly code?: string;
  readonly values?: Values;
  /** In English. */
  readonly message: string;
  /** What was done about it, in words. */
  readonly action: string;
  /** Structure-only report the person may copy, e.g. of a page whose markup is unknown. */
  readonly report?: string;
};

/** State of the vault as pages show it. `volatile` means nothing is kept: said loudly. */
export type VaultStatus = {
  readonly state: 'opening' | 'rebuilding' | 'ready' | 'refused';
  /** Why the vault is refused, e.g. `store/newer-schema`; the vault was left untouched. */
  readonly problem?: Failure;
  readonly rebuild?: Progress;
  readonly memories: number;
  readonly conversations: number;
  /** True when storage is full: capture is paused, reading works. */
  readonly full: boolean;
  /** `bucket` when erasing removes the files themselves; `rows` where the browser cannot promise that. */
  readonly storage: 'bucket' | 'rows';
  /** Erased memories still waiting for their physical removal, and when the first of it happens. */
  readonly pendingErase?: {
    readonly count: number;
    readonly physicalAt: number;
    /** Each waiting erase, oldest first; its undo is good in every page and after a restart of the browser. */
    readonly waiting: readonly WaitingErase[];
  };
};

/** One row of the privacy centre's table. */
export type StoredKind = {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly bytes: number;
  /** Milliseconds since the epoch; undefined when empty. */
  readonly oldest?: number;
};

/** What a content script has to know; pushed whenever it changes. */
export type CapturePolicy = { readonly paused: boolean; readonly excluded: readonly string[] };

/** A destructive call answers with this; `undo` works until `until`. */
export type UndoHandle = { readonly token: string; readonly count: number; readonly until: number };

/** An erase inside its undo window; `until` is when it becomes physical. */
export type WaitingErase = UndoHandle & { readonly scope: EraseScope['kind'] };

export type EraseScope =
  | { readonly kind: 'memories'; readonly seqs: readonly Seq[] }
  | { readonly kind: 'conversation'; readonly key: string }
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'site'; readonly site: string }
  /** [from, to) in milliseconds since the epoch. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** Memories that hold these words, in any case and spacing, and conversations whose titles do; blank: none. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'behaviour' };

export type ErasePreview = {
  readonly memories: number;
  readonly conversations: number;
  readonly bytes: number;
};

/** Proof of an erase or export: counts and times, no content, chained by a keyed hash. */
export type Receipt = {
  readonly id: number;
  readonly at: number;
  readonly act: 'erase' | 'export' | 'import';
  readonly scope: string;
  readonly memories: number;
  readonly conversations: number;
  readonly state: 'scheduled' | 'undone' | 'done';
  readonly hash: string;
};

export type ExportRequest = {
  readonly format: 'jsonl' | 'markdown';
  /** Everything of the profile when left out. */
  readonly filter?: MemoryFilter;
};

export type ImportOptions = {
  /** Also brings back what was erased here before. */
  readonly bringBackErased?: boolean;
  /** The person says the file is their own, from another browser: its labels (who said what) are kept. */
  readonly ownFile?: boolean;
};

export type ImportReport = {
  readonly added: number;
  readonly merged: number;
  readonly unchanged: number;
  readonly conversations: number;
  /** Turns erased before and not brought back, unless asked. */
  readonly refusedErased: number;
};

/** Something changed that a page may be showing. Ids and counts only. */
export type VaultChange =
  | { readonly kind: 'memories'; readonly seqs: readonly Seq[]; readonly total: number }
  | { readonly kind: 'status'; readonly status: VaultStatus }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'health'; readonly entry: HealthEntry };

/** The vault as our own pages see it, over Comlink. Every call answers data; expected failures are `Result`s. */
export type VaultApi = {
  status(): Promise<VaultStatus>;
  search(request: SearchRequest): Promise<SearchResponse>;
  list(filter: MemoryFilter, offset: number, limit: number): Promise<MemoryPage>;
  facets(filter: MemoryFilter): Promise<Facets>;
  recent(limit: number, site?: string): Promise<MemoryPage>;
  memory(seq: Seq): Promise<Memory | undefined>;
  texts(seqs: readonly Seq[]): Promise<readonly MemoryText[]>;
  conversation(key: string): Promise<ConversationView | undefined>;
  conversations(filter: MemoryFilter): Promise<readonly Conversation[]>;
  agents(): Promise<readonly Agent[]>;

  /** `pageUrl`: the words were selected on that page, so they are kept as the page's, not as the person's own. */
  addNote(text: string, title?: string, pageUrl?: string): Promise<Result<Seq>>;
  setPinned(seqs: readonly Seq[], pinned: boolean): Promise<UndoHandle>;
  addTag(seqs: readonly Seq[], tag: string): Promise<UndoHandle>;
  removeTag(seqs: readonly Seq[], tag: string): Promise<UndoHandle>;
  /** To the 30-day trash. */
  trash(seqs: readonly Seq[]): Promise<UndoHandle>;
  restore(seqs: readonly Seq[]): Promise<UndoHandle>;
  undo(token: string): Promise<Result<number>>;

  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<Settings>;

  health(): Promise<readonly HealthEntry[]>;
  clearHealth(): Promise<UndoHandle>;
  /** Pages report their own failures here, so that nothing is swallowed. */
  report(entry: Omit<HealthEntry, 'id' | 'at'>): Promise<void>;
  inventory(): Promise<readonly StoredKind[]>;
  receipts(): Promise<readonly Receipt[]>;

  /** Streams a zip as chunks into `write`; resolves when closed. `signal` is a port on which any message aborts. */
  exportTo(
    request: ExportRequest,
    write: WritableStream<Uint8Array>,
    onProgress?: (p: Progress) => void,
  ): Promise<Result<Receipt>>;
  importFrom(
    file: Blob,
    options: ImportOptions,
    onProgress?: (p: Progress) => void,
  ): Promise<Result<ImportReport>>;
  /** Stops the running export or import; nothing of an import is kept. */
  cancel(task: 'export' | 'import'): Promise<void>;

  previewErase(scope: EraseScope): Promise<ErasePreview>;
  /** Gone from every screen and search at once; undoable until `until`, then removed from the disk. */
  erase(scope: EraseScope): Promise<UndoHandle>;
  /** Makes waiting erases physical now. */
  completeErase(onProgress?: (p: Progress) => void): Promise<Result<Receipt | undefined>>;
  /** Deletes every bucket, file and cache. Not undoable. */
  eraseEverything(): Promise<Result<Receipt | undefined>>;

  /** Calls back on every change until the page closes or calls the returned function. */
  subscribe(callback: (change: VaultChange) => void): Promise<() => void>;
};

/** What the host page of content scripts may call besides; the sender is filled in by the host, never by the message. */
export type CaptureApi = {
  append(observation: Observation, sender: CaptureSender): Promise<AppendOutcome>;
  gap(gap: CaptureGap, sender: CaptureSender): Promise<void>;
  policy(): Promise<CapturePolicy>;
};
