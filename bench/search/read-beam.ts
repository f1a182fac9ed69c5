import type { Question, TestConversation } from './corpus.ts';

type Turn = {
  readonly role: 'user' | 'assistant';
  readonly id: number;
  readonly content: string;
  readonly time_anchor?: string;
};
type Batch = { readonly turns: readonly (readonly Turn[])[] };
type Probe = { readonly question: string; readonly source_chat_ids?: unknown };

/** Kinds whose source ids are not the answer to the question asked. */
const LEFT_OUT = new Set(['abstention', 'instruction_following', 'preference_following', 'summarization']);
const TURN_MS = 120_000;
/** Marks of the generator at the end of user turns: "->-> 3,12". */
const MARK = /->->[\d,\s]*$/;

/** All numbers in the ids: lists, lists of lists and named groups of lists occur. */
const idsIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(idsIn);
  return [];
};

/** "March-15-2024" as UTC milliseconds. */
const readAnchor = (anchor: string | undefined): number =>
  anchor ? Date.parse(`${anchor.replaceAll('-', ' ')} UTC`) : Number.NaN;

/** How labels were come by, in a sentence with counts. */
export const describeBeam = (chats: readonly TestConversation[]): string => {
  const questions = chats.flatMap(({ questions: list }) => list);
  const labels = questions.reduce((sum, { relevant }) => sum + relevant.length, 0);
  return (
    `BEAM: ${questions.length} questions, ${labels} turns that answer them: every number inside source_chat_ids ` +
    `(lists, lists of lists and named groups alike) that is the id of a turn. Left out: ` +
    `${[...LEFT_OUT].map((kind) => kind.replaceAll('_', ' ')).join(', ')}, and questions without such a number.`
  );
};

/** Title of a chat in its `topic.json`. */
export const titleIn = (topicJson: string): string =>
  String((JSON.parse(topicJson) as { title?: unknown }).title ?? '');

/**
 * Reads one BEAM chat: `chat.json` (batches of turns) and `probing_questions.json`. Relevant are the turns named by
 * `source_chat_ids` anywhere inside it.
 */
export const readBeam = (
  name: string,
  chatJson: string,
  questionsJson: string,
  title: string,
): TestConversation => {
  const batches = JSON.parse(chatJson) as Batch[];
  const documents: TestConversation['documents'][number][] = [];
  const sessions: number[] = [];
  const positionById = new Map<number, number>();
  let at = Date.UTC(2024, 0, 1);
  batches.forEach(({ turns }, batch) => {
    for (const turn of turns.flat()) {
      const anchor = readAnchor(turn.time_anchor);
      at = Number.isNaN(anchor) ? at + TURN_MS : anchor;
      positionById.set(turn.id, documents.length);
      documents.push({
        order: documents.length,
        role: turn.role,
        site: 'chatgpt',
        createdAt: at,
        title,
        text: turn.content.replace(MARK, '').trimEnd(),
      });
      sessions.push(batch);
    }
  });
  const probes = JSON.parse(questionsJson) as Readonly<Record<string, readonly Probe[]>>;
  const questions = Object.entries(probes).flatMap(([kind, list]) =>
    LEFT_OUT.has(kind)
      ? []
      : list.flatMap(({ question, source_chat_ids }): Question[] => {
          const relevant = [...new Set(idsIn(source_chat_ids))].flatMap((id) => positionById.get(id) ?? []);
          return relevant.length === 0 ? [] : [{ text: question, kind: kind.replaceAll('_', '-'), relevant }];
        }),
  );
  return { name, corpus: 'beam', documents, sessions, questions };
};
