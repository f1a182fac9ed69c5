import type { Question, TestConversation } from './corpus.ts';

type Turn = {
  readonly speaker: string;
  readonly dia_id: string;
  readonly text: string;
  readonly blip_caption?: string;
};
type Qa = { readonly question: string; readonly evidence?: readonly string[]; readonly category: number };
type Sample = {
  readonly sample_id: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly qa: readonly Qa[];
};

const KIND: Readonly<Record<number, string>> = {
  1: 'multi-hop',
  2: 'temporal',
  3: 'open',
  4: 'single-hop',
  5: 'adversarial',
};
const TURN_MS = 60_000;

/** "1:56 pm on 8 May, 2023" as UTC milliseconds. */
const readTime = (text: string): number => {
  const match = /(\d+):(\d+) (am|pm) on (\d+) (\w+), (\d+)/i.exec(text);
  if (!match) return Date.UTC(2023, 0, 1);
  const [, hour, minute, half, day, month, year] = match;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  return Date.parse(`${day} ${month} ${year} ${String(hours).padStart(2, '0')}:${minute} UTC`);
};

/** Evidence ids are written "D8:6", some of them joined or with a stray colon ("D8:6; D9:17", "D:11:26"). */
const evidenceIds = (evidence: readonly string[]): string[] =>
  evidence.flatMap((text) =>
    [...text.matchAll(/D:?(\d+):(\d+)/g)].map(([, session, turn]) => `D${Number(session)}:${Number(turn)}`),
  );

/** Reads a LoCoMo file. Only the dialogue itself is indexed: no summary, observation or image caption of the data set. */
export const readLocomo = (json: string): TestConversation[] =>
  (JSON.parse(json) as Sample[]).map((sample) => {
    const documents: TestConversation['documents'][number][] = [];
    const sessions: number[] = [];
    const positionById = new Map<string, number>();
    for (let session = 1; session < 200; session++) {
      const turns = sample.conversation[`session_${session}`] as readonly Turn[] | undefined;
      if (!Array.isArray(turns)) continue;
      const at = readTime(String(sample.conversation[`session_${session}_date_time`] ?? ''));
      turns.forEach((turn: Turn, order: number) => {
        positionById.set(turn.dia_id, documents.length);
        documents.push({
          order,
          role: 'user',
          site: 'dialogue',
          createdAt: at + order * TURN_MS,
          title: '',
          text: turn.text,
          speaker: turn.speaker,
        });
        sessions.push(session);
      });
    }
    const questions = sample.qa.flatMap(({ question, evidence = [], category }): Question[] => {
      const relevant = [...new Set(evidenceIds(evidence))].flatMap((id) => positionById.get(id) ?? []);
      return relevant.length === 0
        ? []
        : [{ text: question, kind: KIND[category] ?? String(category), relevant }];
    });
    return { name: sample.sample_id, corpus: 'locomo' as const, documents, sessions, questions };
  });
