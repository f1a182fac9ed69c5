import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SiteId, wordsOnly } from '../../core/capture/index.ts';
import type { Observation } from '../../core/model/capture.ts';
import { siteOfMarkup, statedUrl } from './detect.ts';
import { PageReader } from './page-reader.ts';
import { parseJsonFile, parseStream } from './parse-wire.ts';
import { idOfFile } from './parsed.ts';

vi.setConfig({ testTimeout: 60_000 });

const DATA = process.env['RECOLLECT_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const hasData = existsSync(`${DATA}/sites`);
if (!hasData)
  console.warn(`SKIPPED: pages and wire samples are not at ${DATA}; set RECOLLECT_DATA to test with them.`);

type Expected = {
  readonly file: string;
  readonly site: SiteId;
  /** `u` and `a` per turn, in order; upper case where the turn is partial. */
  readonly roles: string;
  readonly title?: string;
  readonly complete: boolean;
  /** First digits of the SHA-256 of the words of each turn, checked by eye against the page. */
  readonly words: readonly string[];
};

const EXPECTED = JSON.parse(
  readFileSync(new URL('./shared-data.expected.json', import.meta.url), 'utf8'),
) as readonly Expected[];

const summary = ({ conversation, turns }: Observation) => ({
  site: conversation.site,
  roles: turns.map(({ role, partial }) => (partial ? role[0]?.toUpperCase() : role[0])).join(''),
  ...(conversation.title
    ? { title: createHash('sha256').update(conversation.title).digest('hex').slice(0, 12) }
    : {}),
  complete: conversation.completeness.complete,
  words: turns.map(({ text }) => createHash('sha256').update(wordsOnly(text)).digest('hex').slice(0, 12)),
});

describe.skipIf(!hasData)('Real pages and wire samples', () => {
  let reader: PageReader;
  beforeAll(async () => {
    reader = await PageReader.open();
  }, 60_000);
  afterAll(() => reader.close());

  const parse = async (file: string): Promise<Observation> => {
    const bytes = readFileSync(`${DATA}/sites/${file}`);
    if (file.endsWith('.txt')) return parseStream(`${DATA}/sites/${file}`, bytes, {}).observation;
    if (file.endsWith('.json')) return parseJsonFile(bytes, {})[0]!;
    const html = bytes.toString('utf8');
    const site = siteOfMarkup(html);
    if (!site) throw new Error(`${file}: no site`);
    const { reading } = await reader.read(site, html, statedUrl(html), idOfFile(bytes));
    if (reading.kind !== 'observation') throw new Error(`${file}: ${reading.kind}`);
    return reading.observation;
  };

  test('the table covers both sites', () => {
    expect(new Set(EXPECTED.map(({ site }) => site))).toEqual(new Set(['chatgpt', 'claude']));
    expect(EXPECTED.length).toBeGreaterThanOrEqual(20);
  });

  for (const { file, ...expected } of EXPECTED) {
    test(`${file}: turns, roles, order and words are those that a reader sees`, async () => {
      const observation = await parse(file);
      expect(summary(observation)).toEqual(expected);
      expect(new Set(observation.turns.map(({ id }) => id)).size).toBe(observation.turns.length);
    });
  }

  test('attack markup in a message is text, and stays inside its message', async () => {
    const lines = readFileSync(`${DATA}/fuzz/xss-payloads.txt`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const turn = (at: number, role: string, html: string) =>
      `<section data-testid="conversation-turn-${at}" data-turn="${role}"><div data-message-author-role="${role}" data-message-id="m-${at}">${html}</div></section>`;
    const html = `<!doctype html><main>${turn(1, 'user', `<div class="whitespace-pre-wrap">${lines.map(escaped).join('\n')}</div>`)}${turn(2, 'assistant', `<div class="markdown"><p>${lines.map(escaped).join('</p><p>')}</p></div>`)}</main>`;
    const { reading } = await reader.read('chatgpt', html, undefined, 'derived-x');
    if (reading.kind !== 'observation') throw new Error(reading.kind);
    const [question, answer] = reading.observation.turns;
    const squeezed = (text: string) => text.replace(/\s+/g, '');
    expect(squeezed(question?.text ?? '')).toBe(squeezed(lines.join('')));
    expect(wordsOnly(answer?.text ?? '')).toBe(wordsOnly(lines.join('')));
  });
});
