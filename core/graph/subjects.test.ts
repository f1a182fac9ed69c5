import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex, normalisedMutualInformation } from './agreement.ts';
import { GraphBuilder } from './graph-builder.ts';
import type { GraphDocument, GraphResult } from './types.ts';

const data = process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const folder = `${data}/beam`;
const hasData = existsSync(folder);
if (!hasData) console.warn(`SKIPPED: topics against known subjects, ${folder} is not there`);

type Batch = { readonly turns: readonly (readonly { readonly content: string }[])[] };

const readChats = (): { documents: GraphDocument[]; subjects: number[] } => {
  const documents: GraphDocument[] = [];
  const subjects: number[] = [];
  readdirSync(folder).forEach((name, conversation) => {
    const chat: readonly Batch[] = JSON.parse(readFileSync(`${folder}/${name}/chat.json`, 'utf8'));
    chat
      .flatMap(({ turns }) => turns.flat())
      .forEach(({ content }, order) => {
        const seq = documents.length;
        documents.push({
          seq,
          conversation,
          order,
          createdAt: seq,
          site: 'chatgpt',
          agentId: 'chatgpt',
          text: content,
        });
        subjects.push(conversation);
      });
  });
  return { documents, subjects };
};

describe.runIf(hasData)('topics of real chats with known subjects', { timeout: 120_000 }, () => {
  it('agree with the subjects and with one another from seed to seed', async () => {
    const { documents, subjects } = readChats();
    const results: GraphResult[] = [];
    for (const seed of [1, 2, 3]) {
      const builder = new GraphBuilder();
      builder.add(documents);
      results.push(await builder.build({ seed, signal: new AbortController().signal }));
    }
    const [a, b, c] = results.map(({ levels }) => levels[0]!.communityOf);
    for (const labels of [a!, b!, c!]) {
      expect(normalisedMutualInformation(labels, subjects)).toBeGreaterThanOrEqual(0.85);
    }
    for (const [x, y] of [
      [a!, b!],
      [b!, c!],
      [a!, c!],
    ] as const) {
      expect(adjustedRandIndex(x, y)).toBeGreaterThanOrEqual(0.92);
    }
    for (const { topics } of results[0]!.levels) {
      expect(topics.filter(({ name }) => /cluster|^\s*$/i.test(name))).toEqual([]);
    }
  });
});
