/** What the content script of a tab answers to `capture-status`. */
export type CaptureStatus = {
  readonly site: string;
  readonly conversation?: string;
  readonly title?: string;
  /** Turns of the open conversation that are kept. */
  readonly captured: number;
  readonly complete: boolean;
  readonly evidence: string;
  readonly state:
    | 'capturing'
    | 'paused'
    | 'excluded'
    | 'temporary'
    | 'unknown-markup'
    | 'idle'
    | 'disconnected';
  readonly message?: string;
};
