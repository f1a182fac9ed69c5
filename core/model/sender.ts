/** Who really sent a capture: filled in by the host page from the browser's own sender, never from the message. */
export type CaptureSender = {
  /** Adapter id that belongs to `origin`. */
  readonly site: string;
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
};

/** What became of an appended observation; the content script's outbox forgets it on any of these. */
export type AppendOutcome = {
  readonly outcome: 'stored' | 'unchanged' | 'paused' | 'excluded' | 'temporary' | 'full' | 'refused';
  /** Turns stored or changed by this observation. */
  readonly changed: number;
  /** Turns of the conversation in the vault now. */
  readonly captured: number;
  /** Said where a message was too large to index in full, or refused. */
  readonly message?: string;
};

/** A page where capture stopped working: structure only, never text. */
export type CaptureGap = {
  readonly reason: 'unknown-markup' | 'wire-changed' | 'message-too-large';
  readonly message: string;
  readonly report?: string;
};
