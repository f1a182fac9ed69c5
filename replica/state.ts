import { answerTo } from './answers.ts';
import { Conversations, titleFrom, versionsOf } from './conversations.ts';
import { Generation } from './generation.ts';
import type {
  ReplicaConversation,
  ReplicaMessage,
  ReplicaProject,
  ReplicaSite,
  ReplicaSpeed,
} from './model.ts';
import { DEFAULT_SPEED } from './model.ts';
import { MODELS, PROJECTS, seed } from './seed.ts';

export type Ask = {
  readonly site: ReplicaSite;
  /** Undefined starts a new conversation. */
  readonly conversationId: string | undefined;
  /** Id for the conversation when it is new; the server picks one when left out. */
  readonly newId?: string | undefined;
  readonly messageId: string | undefined;
  readonly answerId?: string | undefined;
  readonly parentId: string | undefined;
  readonly text: string;
  readonly temporary: boolean;
  readonly projectId?: string | undefined;
  readonly attachments?: readonly string[];
};

export type Asked = {
  readonly conversation: ReplicaConversation;
  readonly question: ReplicaMessage;
  readonly generation: Generation;
  readonly isNew: boolean;
};

const projectOf = (site: ReplicaSite, id: string | undefined): ReplicaProject | undefined =>
  id === undefined ? undefined : PROJECTS[site].id === id ? PROJECTS[site] : { id, name: id };

/** Everything one replica remembers: conversations, answers under way, speed. */
export class ReplicaState {
  readonly conversations = new Conversations();
  readonly #generationByConversation = new Map<string, Generation>();
  speed: ReplicaSpeed;

  constructor(sites: readonly ReplicaSite[], speed: Partial<ReplicaSpeed> = {}) {
    this.speed = { ...DEFAULT_SPEED, ...speed };
    for (const site of sites) seed(this.conversations, site);
  }

  /** The answer being written in a conversation, or the last one that was. */
  generation(conversationId: string): Generation | undefined {
    return this.#generationByConversation.get(conversationId);
  }

  /** Adds a question and starts its answer. */
  ask(ask: Ask): Asked {
    const known = ask.conversationId === undefined ? undefined : this.conversations.get(ask.conversationId);
    const newId = ask.conversationId ?? ask.newId;
    const conversation =
      known ??
      this.conversations.create({
        site: ask.site,
        ...(newId === undefined ? {} : { id: newId }),
        title: titleFrom(ask.text.replace(/^(?:think:[^|]*\|\s*)?say:\s*/i, '')),
        project: projectOf(ask.site, ask.projectId),
        temporary: ask.temporary,
      });
    const parentId = conversation.messages.some(({ id }) => id === ask.parentId)
      ? ask.parentId
      : conversation.leafId;
    const question = this.conversations.add(conversation, {
      ...(ask.messageId === undefined ? {} : { id: ask.messageId }),
      role: 'user',
      text: ask.text,
      // An edit of the first question has no parent in the tree, yet must not hang under the old branch.
      parentId: ask.parentId === ROOT ? undefined : parentId,
      model: MODELS[ask.site],
      attachments: ask.attachments ?? [],
    });
    return {
      conversation,
      question,
      generation: this.#answer(conversation, question, ask.answerId),
      isNew: !known,
    };
  }

  /** Starts another version of the answer to `questionId`. */
  askAgain(conversation: ReplicaConversation, questionId: string, answerId?: string): Asked | undefined {
    const question = conversation.messages.find(({ id, role }) => id === questionId && role === 'user');
    if (!question) return undefined;
    return {
      conversation,
      question,
      generation: this.#answer(conversation, question, answerId),
      isNew: false,
    };
  }

  #answer(
    conversation: ReplicaConversation,
    question: ReplicaMessage,
    answerId: string | undefined,
  ): Generation {
    const message = this.conversations.add(conversation, {
      ...(answerId === undefined ? {} : { id: answerId }),
      role: 'assistant',
      text: '',
      status: 'in_progress',
      parentId: question.id,
      model: MODELS[conversation.site],
    });
    const version = versionsOf(conversation, message).length;
    const { nextFault } = this.speed;
    this.speed.nextFault = 'none';
    const generation = new Generation(
      message,
      answerTo(question.text, version),
      { ...this.speed },
      nextFault,
    );
    this.#generationByConversation.set(conversation.id, generation);
    return generation;
  }
}

/** Parent id that both pages send for the first message of a conversation. */
export const ROOT = 'client-created-root';
