import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export type CorpusTurn = {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly speaker?: string;
  readonly text: string;
  readonly createdAt: number;
};

export type CorpusQuestion = { readonly text: string; readonly evidence: readonly string[] };

/** One conversation of a data set: what one person's project is made of. */
export type CorpusConversation = {
  readonly corpus: string;
  readonly key: string;
  readonly title: string;
  readonly turns: readonly CorpusTurn[];
  readonly questions: readonly CorpusQuestion[];
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Where a data set names no day: an arbitrary one, since only differences matter. */
const SOME_DAY = Date.UTC(2024, 0, 1);

const dateOf = (text: string | undefined): number => {
  // "1:56 pm on 8 May, 2023" and "March-15-2024".
  const words = (text ?? '').replace(/^.* on /, '').replace(/[-,]/g, ' ');
  const time = Date.parse(`${words} UTC`);
  return Number.isNaN(time) ? SOME_DAY : time;
};

type LocomoTurn = { readonly speaker: string; readonly dia_id: string; readonly text: string };
type LocomoSample = {
  readonly sample_id: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly qa: readonly { readonly question: string; readonly evidence?: readonly string[] }[];
};

const locomoConversation = ({ sample_id, conversation, qa }: LocomoSample): CorpusConversation => {
  const turns: CorpusTurn[] = [];
  for (let session = 1; Array.isArray(conversation[`session_${session}`]); session += 1) {
    const start = dateOf(String(conversation[`session_${session}_date_time`]));
    for (const [at, turn] of (conversation[`session_${session}`] as LocomoTurn[]).entries()) {
      turns.push({
        id: turn.dia_id,
        role: turn.speaker === conversation['speaker_a'] ? 'user' : 'assistant',
        speaker: turn.speaker,
        text: turn.text,
        createdAt: start + at * MINUTE_MS,
      });
    }
  }
  // A few evidence entries hold several ids in one string.
  const questions = qa.map(({ question, evidence = [] }) => ({
    text: question,
    evidence: evidence.flatMap((entry) => entry.split(/[;\s]+/)),
  }));
  return { corpus: 'locomo', key: sample_id, title: sample_id, turns, questions };
};

type BeamTurn = {
  readonly role: 'user' | 'assistant';
  readonly id: number;
  readonly content: string;
  readonly time_anchor?: string;
};
type BeamBatch = { readonly turns: readonly (readonly BeamTurn[])[] };
type BeamQuestion = { readonly question: string; readonly source_chat_ids?: unknown };

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
};

const beamConversation = (folder: string): CorpusConversation => {
  const batches = readJson(join(folder, 'chat.json')) as BeamBatch[];
  const probing = readJson(join(folder, 'probing_questions.json')) as Record<string, BeamQuestion[]>;
  const topic = existsSync(join(folder, 'topic.json'))
    ? (readJson(join(folder, 'topic.json')) as { title?: string })
    : {};
  let time = 0;
  const turns = batches.flatMap((batch) => {
    return batch.turns.flat().map(({ id, role, content, time_anchor }): CorpusTurn => {
      time = Math.max(time + HOUR_MS / 4, time_anchor ? dateOf(time_anchor) : 0);
      return { id: String(id), role, text: content.replace(/\s*->->.*$/s, ''), createdAt: time };
    });
  });
  const questions = Object.values(probing)
    .flat()
    .map(({ question, source_chat_ids }) => ({
      text: question,
      evidence: [...new Set(numbersIn(source_chat_ids).map(String))],
    }));
  const name = basename(folder);
  return { corpus: 'beam', key: `beam-${name}`, title: topic.title ?? name, turns, questions };
};

const keepAnswerable = (conversation: CorpusConversation): CorpusConversation => {
  const known = new Set(conversation.turns.map(({ id }) => id));
  const questions = conversation.questions
    .map(({ text, evidence }) => ({ text, evidence: evidence.filter((id) => known.has(id)) }))
    .filter(({ evidence }) => evidence.length > 0);
  return { ...conversation, questions };
};

const isLocomo = (value: unknown): value is LocomoSample[] =>
  Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'qa' in value[0];

/**
 * Reads every conversation with questions under the given files and folders, in the shapes of LoCoMo
 * (a JSON array of samples) and BEAM (a folder with `chat.json` and `probing_questions.json`).
 * Questions without evidence are left out.
 */
export const readCorpora = (paths: readonly string[]): CorpusConversation[] => {
  const found: CorpusConversation[] = [];
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) {
      if (existsSync(join(path, 'probing_questions.json'))) found.push(beamConversation(path));
      else
        for (const name of readdirSync(path).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
          visit(join(path, name));
    } else if (path.endsWith('.json')) {
      const value = readJson(path);
      if (isLocomo(value)) found.push(...value.map(locomoConversation));
    }
  };
  for (const path of paths) visit(path);
  return found.map(keepAnswerable).filter(({ questions }) => questions.length > 0);
};
