import type { WorkerEntry } from '../harness/record.ts';
import type { TestConversation } from './corpus.ts';
import type { EngineFactory } from './engine.ts';
import { FLEXSEARCH, FLEXSEARCH_TYPING } from './flexsearch-peers.ts';
import { largeStore } from './large-store.ts';
import { measureLanguages } from './multilingual-recall.ts';
import { PEERS } from './peers.ts';
import { measureQuality } from './quality.ts';
import { describeBeam, readBeam, titleIn } from './read-beam.ts';
import { readLocomo } from './read-locomo.ts';
import { recollectEngine } from './recollect-engine.ts';
import { measureSpeed } from './speed.ts';
import { measureTyping, typedCases } from './typing.ts';

export type SearchBenchArgs = {
  /** Names of LoCoMo files under /files. */
  readonly locomo: readonly string[];
  /** Names of BEAM chats: `<name>-chat`, `<name>-questions`, `<name>-topic` under /files. */
  readonly beam: readonly { readonly name: string; readonly hasTopic: boolean }[];
  readonly sizes: readonly number[];
  readonly queries: number;
};

/** Memories among which slips and other languages are looked for. */
const TYPING_STORE = 10_000;

const RECOLLECT: EngineFactory = { name: 'recollect', create: recollectEngine };

const read = async (name: string): Promise<string> => (await fetch(`/files/${name}`)).text();

const run: WorkerEntry<SearchBenchArgs> = async ({ locomo, beam, sizes, queries }, bench) => {
  const dialogues: TestConversation[] = [];
  for (const name of locomo) dialogues.push(...readLocomo(await read(name)));
  const chats: TestConversation[] = [];
  for (const { name, hasTopic } of beam) {
    const title = hasTopic ? titleIn(await read(`${name}-topic`)) : '';
    chats.push(readBeam(name, await read(`${name}-chat`), await read(`${name}-questions`), title));
  }
  if (chats.length > 0) bench.log(describeBeam(chats));
  const engines = [RECOLLECT, ...PEERS];
  for (const factory of engines) {
    for (const conversations of [dialogues, chats]) {
      if (conversations.length === 0) continue;
      bench.log(`quality of ${factory.name} on ${conversations[0]?.corpus}`);
      await measureQuality(factory, conversations, bench);
    }
  }
  const all = [...dialogues, ...chats];
  const typed = [...largeStore(all, TYPING_STORE)].flat();
  const cases = typedCases(typed, queries);
  for (const factory of [RECOLLECT, ...FLEXSEARCH, ...FLEXSEARCH_TYPING]) {
    bench.log(`slips of the hand with ${factory.name}`);
    await measureTyping(factory, typed, cases, bench);
  }
  for (const factory of [RECOLLECT, ...PEERS.filter(({ largest }) => largest === undefined)]) {
    bench.log(`six languages with ${factory.name}`);
    await measureLanguages(factory, typed, bench);
  }
  const medians = new Map<string, number>();
  for (const size of sizes) {
    for (const factory of engines) {
      if (size > (factory.largest ?? Number.POSITIVE_INFINITY)) {
        bench.log(`${factory.name} left out at ${size}: too slow to build`);
        continue;
      }
      bench.log(`speed of ${factory.name} at ${size}`);
      medians.set(`${factory.name} ${size}`, await measureSpeed(factory, all, size, queries, bench));
    }
  }
  const [smaller, larger] = [medians.get('recollect 10000'), medians.get('recollect 100000')];
  if (smaller !== undefined && larger !== undefined) {
    const common = {
      bench: 'search',
      engine: 'recollect',
      corpus: 'mixed',
      scope: 'store',
      size: 100_000,
      kind: 'all',
    };
    bench.record({ ...common, metric: 'growth', value: larger / smaller, unit: 'ratio' });
  }
};

export default run;
