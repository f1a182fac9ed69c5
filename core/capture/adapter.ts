import type { CapturedTurn, Completeness, Observation, Role } from '../model/capture.ts';
import type { Block } from './dom/blocks.ts';

/** Sites that can be captured; also the `site` of everything stored from them. */
export type SiteId = 'chatgpt' | 'claude';

/** What the address alone tells. */
export type Route = {
  /** The site's conversation id; undefined on a page that shows none yet. May start with `local-`. */
  readonly conversation?: string;
  readonly temporary: boolean;
  /** Id of the project or custom assistant in the address. */
  readonly project?: string;
};

/** One turn as a renderer's facts find it in the page, before ids are settled. */
export type PageTurn = {
  readonly role: Role;
  /** The site's own message id; left out where the page shows none. */
  readonly id?: string;
  /** Stand-in the page uses for an id it does not show; becomes part of a derived id. */
  readonly standIn?: string;
  readonly blocks: readonly Block[];
  readonly thinking?: readonly Block[];
  readonly attachments?: readonly string[];
  /** Set where the page says so; otherwise the last answer is partial while the site is running. */
  readonly partial?: boolean;
  readonly createdAt?: number;
  readonly model?: string;
  readonly parentId?: string;
  /** Absolute position, from 0. */
  readonly order?: number;
  /** Turns the page says the conversation has. */
  readonly total?: number;
};

/** Facts of one markup generation: where its turns are and how one is read. */
export type Renderer = {
  readonly name: string;
  /** Elements of the turns below `root` in reading order; none means that this renderer is not in the page. */
  readonly units: (root: ParentNode) => readonly Element[];
  /** One unit; several where a unit holds more than one message. Undefined parts of the page give an empty list. */
  readonly read: (unit: Element) => readonly PageTurn[];
};

/** Facts of one site's pages. */
export type PageFacts = {
  readonly site: SiteId;
  readonly renderers: readonly Renderer[];
  readonly route: (url: URL) => Route;
  /** The part of the document that shows the current conversation. */
  readonly root: (document: Document) => ParentNode;
  readonly title: (document: Document, conversation: string | undefined) => string | undefined;
  /** Name of the project on the page, where it shows one. */
  readonly projectName: (document: Document, id: string) => string | undefined;
  /** Selector of the control that stops an answer; present while one is being written. */
  readonly stopControl: string;
  /** Selector of the place where a message is written: tells a chat page from any other page of the site. */
  readonly composer: string;
  /** Selector of marks that the page shows in temporary chats. */
  readonly temporaryMark?: string;
};

/** What a page says now. Only `observation` carries content. */
export type PageReading =
  | { readonly kind: 'observation'; readonly observation: Observation; readonly streaming: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'temporary' }
  | { readonly kind: 'unknown-markup'; readonly report: string };

/** A request the page made, as far as it was seen. */
export type WireRequest = {
  readonly url: string;
  readonly method: string;
  /** Text of the request's body, where it was text. */
  readonly body?: string;
  /** Content type of the answer, lower case. */
  readonly contentType: string;
};

/** What one piece of an answer on the wire added. */
export type StreamReader = {
  /** Feeds the next piece; answers the state so far when something of it changed. Never throws on foreign input. */
  readonly push: (chunk: Uint8Array) => Observation | undefined;
  /** The wire was closed: the state so far, partial where the site did not say that it was the end. */
  readonly close: () => Observation | undefined;
  /** True once the site said that the answer is whole. */
  readonly done: () => boolean;
};

/** Which part of a conversation an answer holds, where the site serves it in pages. */
export type HistoryPage = {
  /** Cursor of the page's start; the next older page is asked for with it. */
  readonly start?: string;
  /** Cursor before which this page ends; undefined for the newest page. */
  readonly before?: string;
  /** Nothing is older. */
  readonly isFirst: boolean;
};

/** Facts of one site's traffic. */
export type WireFacts = {
  /** Addresses worth observing, matched on the path; everything else is left alone. */
  readonly observed: RegExp;
  readonly readJson: (url: URL, json: unknown) => Observation | undefined;
  /** A reader for a streamed answer; undefined for anything that is not one. */
  readonly openStream: (request: WireRequest) => StreamReader | undefined;
  /** What the page is sending: the user's own turn, known before any answer. */
  readonly readRequest: (request: WireRequest) => Observation | undefined;
  readonly historyPage?: (url: URL, json: unknown) => HistoryPage | undefined;
  /** Address patterns of sockets that carry answers. */
  readonly observedSocket?: RegExp;
  readonly openSocket?: () => StreamReader;
};

export const WINDOW_ONLY: Completeness = { complete: false, evidence: 'window only' };

/** A captured turn without the properties that are undefined. */
export const compactTurn = (turn: { [K in keyof CapturedTurn]: CapturedTurn[K] | undefined }): CapturedTurn =>
  Object.fromEntries(Object.entries(turn).filter(([, value]) => value !== undefined)) as CapturedTurn;
