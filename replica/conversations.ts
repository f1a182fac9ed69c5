import { randomUUID } from 'node:crypto';
import type { ReplicaConversation, ReplicaMessage, ReplicaProject, ReplicaSite } from './model.ts';

type NewConversation = {
  readonly site: ReplicaSite;
  readonly id?: string;
  readonly title?: string;
  readonly project?: ReplicaProject | undefined;
  readonly temporary?: boolean;
  readonly createdAt?: number;
};

type NewMessage = Pick<ReplicaMessage, 'role' | 'text' | 'parentId' | 'model'> &
  Partial<Pick<ReplicaMessage, 'id' | 'thinking' | 'status' | 'createdAt' | 'attachments'>>;

/** All conversations of one replica, in memory, as trees of messages. */
export class Conversations {
  readonly #byId = new Map<string, ReplicaConversation>();

  create({ site, id, title, project, temporary, createdAt }: NewConversation): ReplicaConversation {
    const now = createdAt ?? Date.now();
    const conversation: ReplicaConversation = {
      id: id ?? randomUUID(),
      site,
      title: title ?? 'New chat',
      project,
      temporary: temporary ?? false,
      createdAt: now,
      updatedAt: now,
      messages: [],
      leafId: undefined,
    };
    this.#byId.set(conversation.id, conversation);
    return conversation;
  }

  get(id: string): ReplicaConversation | undefined {
    return this.#byId.get(id);
  }

  /** Newest first, without temporary chats. */
  list(site: ReplicaSite): ReplicaConversation[] {
    return [...this.#byId.values()]
      .filter((conversation) => conversation.site === site && !conversation.temporary)
      .sort((a, b) => b.updatedAt - a.updatedAt);
  }

  /** Appends a message and makes it the end of the shown branch. */
  add(conversation: ReplicaConversation, message: NewMessage): ReplicaMessage {
    const added: ReplicaMessage = {
      id: message.id ?? randomUUID(),
      role: message.role,
      parentId: message.parentId,
      text: message.text,
      thinking: message.thinking,
      status: message.status ?? 'finished',
      createdAt: message.createdAt ?? Date.now(),
      model: message.model,
      attachments: message.attachments ?? [],
    };
    conversation.messages.push(added);
    conversation.leafId = added.id;
    conversation.updatedAt = added.createdAt;
    return added;
  }
}

/** The shown branch, oldest first. */
export const branchOf = (conversation: ReplicaConversation): ReplicaMessage[] => {
  const byId = new Map(conversation.messages.map((message) => [message.id, message]));
  const branch: ReplicaMessage[] = [];
  for (let at = byId.get(conversation.leafId ?? ''); at; at = byId.get(at.parentId ?? '')) branch.push(at);
  return branch.reverse();
};

/** Versions of a message: itself and the other children of its parent, oldest first. */
export const versionsOf = (conversation: ReplicaConversation, message: ReplicaMessage): ReplicaMessage[] =>
  conversation.messages.filter(
    ({ parentId, role }) => parentId === message.parentId && role === message.role,
  );

/** Shows the branch that runs through `messageId`, down to its newest end. */
export const showBranch = (conversation: ReplicaConversation, messageId: string): void => {
  let leaf = messageId;
  for (;;) {
    const child = conversation.messages.findLast(({ parentId }) => parentId === leaf);
    if (!child) break;
    leaf = child.id;
  }
  conversation.leafId = leaf;
};

/** Title of a conversation from its first question, as the sites do it: a few words. */
export const titleFrom = (question: string): string => {
  const words = question.replace(/\s+/g, ' ').trim().split(' ').slice(0, 6).join(' ');
  return words.slice(0, 60) || 'New chat';
};
