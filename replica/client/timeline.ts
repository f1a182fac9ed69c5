/** What travels inside the opaque frames of the hub renderer; shared by the replica's page and server. */
export type TimelineTurn = {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly parentId: string | undefined;
  readonly text: string;
  readonly thinking: string | undefined;
  readonly running: boolean;
  readonly createdAt: number;
  readonly model: string;
  readonly attachments: readonly string[];
};

export type TimelineState = {
  readonly title: string;
  readonly project: { readonly id: string; readonly name: string } | undefined;
  readonly temporary: boolean;
  readonly turns: readonly TimelineTurn[];
};

export const RUNNING = 2;
export const IDLE = 1;

export type TimelineFrame =
  | { readonly kind: 'replace_all_state'; readonly state: TimelineState; readonly status: number }
  | {
      readonly kind: 'append';
      readonly id: string;
      readonly part: 'thinking' | 'text';
      readonly text: string;
    }
  | { readonly kind: 'status'; readonly status: number; readonly title: string };

export type TimelineAction =
  | {
      readonly action: 'send';
      readonly conversationId: string;
      readonly messageId: string;
      readonly parentId: string | undefined;
      readonly text: string;
      readonly temporary: boolean;
      readonly projectId: string | undefined;
    }
  | { readonly action: 'retry'; readonly conversationId: string; readonly messageId: string }
  | { readonly action: 'stop'; readonly conversationId: string };
