import { answerTo } from './answers.ts';
import type { Conversations } from './conversations.ts';
import type { ReplicaProject, ReplicaSite } from './model.ts';

/** The conversation with many turns, for windows and older pages; the same on every run. */
export const LONG_CHAT: Record<ReplicaSite, string> = {
  chatgpt: '68f00000-1111-4222-8333-00000000c001',
  claude: '68f00000-1111-4222-8333-00000000a001',
};

/** A chat inside a project. */
export const PROJECT_CHAT: Record<ReplicaSite, string> = {
  chatgpt: '68f00000-1111-4222-8333-00000000c002',
  claude: '68f00000-1111-4222-8333-00000000a002',
};

export const PROJECTS: Record<ReplicaSite, ReplicaProject> = {
  chatgpt: { id: 'g-p-68f0aa11bb22cc33dd44ee55ff660011', name: 'Kitchen garden' },
  claude: { id: '68f00000-9999-4222-8333-0000000000aa', name: 'Kitchen garden' },
};

export const MODELS: Record<ReplicaSite, string> = { chatgpt: 'gpt-5-6', claude: 'claude-sonnet-5' };

/** Exchanges of {@link LONG_CHAT}: question N asks for, and answer N gives, `harbour note N`. */
export const LONG_CHAT_EXCHANGES = 30;

const START = Date.UTC(2026, 9, 1, 8);
const MINUTE = 60_000;

/** Long enough that a window of a few turns is higher than a screen. */
const quay = (number: number): string =>
  [
    `the tide table of quay ${number} is pinned by the door.`,
    'Ropes hang on the left, fenders on the right, and the log book lies in the drawer under the window.',
    'Ships that come in after dark tie up on the seaward side and leave their papers in the box.',
    'In a storm the gate is closed, and nobody walks on the wall.',
  ].join('\n\n');

type Script = {
  readonly id: string;
  readonly title: string;
  readonly project?: ReplicaProject;
  readonly asks: string[];
  /** Names of the files that came with the first question. */
  readonly attachments?: readonly string[];
};

const scripts = (site: ReplicaSite): Script[] => [
  {
    id: LONG_CHAT[site],
    title: 'Harbour notes',
    asks: Array.from(
      { length: LONG_CHAT_EXCHANGES },
      (_, at) => `say: harbour note ${at + 1}: ${quay(at + 1)}`,
    ),
  },
  {
    id: PROJECT_CHAT[site],
    title: 'Raised beds',
    project: PROJECTS[site],
    asks: [
      'How should I set up a backup of my garden plans?',
      'And which bread goes with the first harvest?',
    ],
  },
  {
    id: site === 'chatgpt' ? '68f00000-1111-4222-8333-00000000c003' : '68f00000-1111-4222-8333-00000000a003',
    title: 'A slow query',
    asks: ['Why does this Postgres query read two million rows?'],
    attachments: ['query-plan.txt'],
  },
];

const id = (site: ReplicaSite, conversation: number, message: number): string =>
  `68f1${site === 'chatgpt' ? 'c' : 'a'}${String(conversation).padStart(3, '0')}-2222-4333-8444-${String(message).padStart(12, '0')}`;

/** Fills an empty replica with the same three conversations per site on every start. */
export const seed = (conversations: Conversations, site: ReplicaSite): void => {
  scripts(site).forEach((script, conversationAt) => {
    const createdAt = START + conversationAt * 24 * 60 * MINUTE;
    const conversation = conversations.create({ site, ...script, createdAt });
    let parentId: string | undefined;
    script.asks.forEach((ask, at) => {
      const question = conversations.add(conversation, {
        id: id(site, conversationAt, at * 2),
        role: 'user',
        text: ask,
        parentId,
        model: MODELS[site],
        attachments: at === 0 ? (script.attachments ?? []) : [],
        createdAt: createdAt + at * 2 * MINUTE,
      });
      const answer = conversations.add(conversation, {
        id: id(site, conversationAt, at * 2 + 1),
        role: 'assistant',
        ...answerTo(ask),
        parentId: question.id,
        model: MODELS[site],
        createdAt: createdAt + (at * 2 + 1) * MINUTE,
      });
      parentId = answer.id;
    });
  });
};
