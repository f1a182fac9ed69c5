import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PageReading, SiteId } from '../../core/capture/index.ts';
import { PageReader } from './page-reader.ts';

const ADDRESS = {
  chatgpt: 'https://chatgpt.com/c/aaaaaaaa-0000-4000-8000-00000000000f',
  claude: 'https://claude.ai/chat/cccccccc-0000-4000-8000-00000000000f',
} as const;

vi.setConfig({ testTimeout: 60_000 });

let reader: PageReader;
beforeAll(async () => {
  reader = await PageReader.open();
}, 60_000);
afterAll(() => reader.close());

const readHtml = async (site: SiteId, html: string, url: string = ADDRESS[site]): Promise<PageReading> =>
  (await reader.read(site, html, url, 'derived-none')).reading;

const readFixture = async (site: SiteId, name: string) => {
  const html = readFileSync(
    new URL(`../../core/capture/fixtures/${name}.fixture.html`, import.meta.url),
    'utf8',
  );
  const reading = await readHtml(site, html);
  if (reading.kind !== 'observation') throw new Error(`${name} was read as ${reading.kind}`);
  return reading;
};

describe('ChatGPT search-unit', () => {
  test('only the active page is read: not kept pages, frozen copies, sidebars, headings and controls', async () => {
    const { observation, streaming } = await readFixture('chatgpt', 'chatgpt-search-unit');
    expect(streaming).toBe(false);
    expect(observation.conversation).toMatchObject({
      title: 'Lantern oil',
      completeness: { complete: false },
    });
    expect(observation.turns.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  test('typed text stays verbatim, code, tables and writing blocks become Markdown', async () => {
    const { observation } = await readFixture('chatgpt', 'chatgpt-search-unit');
    const [question, answer] = observation.turns;
    expect(question).toMatchObject({
      text: 'Which oil?\n  Two lines, <b>literal</b>.',
      attachments: ['wicks.pdf'],
      id: 'aaaaaaaa-0000-4000-8000-000000000001',
    });
    expect(answer?.markdown).toContain('Use `kero --clear`[Almanac](https://example.org/a).');
    expect(answer?.markdown).toContain('```bash\npour 1\npour 2\n```');
    expect(answer?.markdown).toContain('| Oil | Smoke |\n| --- | --- |\n| Kero\\|sene | some |');
    expect(answer?.text).toContain('Dear keeper,\n\nthe lamp is lit.');
    expect(answer?.text).not.toMatch(/Thought|Letter|Good|ChatGPT said/);
    expect(answer).toMatchObject({ partial: false, parentId: 'aaaaaaaa-0000-4000-8000-000000000001' });
  });
});

describe('ChatGPT legacy', () => {
  test('each message of a turn keeps its id, tool output is left out, the open answer is partial', async () => {
    const { observation, streaming } = await readFixture('chatgpt', 'chatgpt-legacy');
    expect(streaming).toBe(true);
    expect(observation.turns.map(({ id, role, partial }) => [id, role, partial])).toEqual([
      ['bbbbbbbb-0000-4000-8000-000000000001', 'user', false],
      ['bbbbbbbb-0000-4000-8000-000000000002', 'assistant', false],
      ['bbbbbbbb-0000-4000-8000-000000000003', 'assistant', false],
      ['bbbbbbbb-0000-4000-8000-000000000004', 'user', false],
      ['derived-placeholder-request-2', 'assistant', true],
    ]);
    expect(observation.turns[2]?.markdown).toBe(
      '1. Make a loop.\n2. Pass *behind*.\n   - Twice in **wet** rope\n\n```python\nknot()\n  pull()\n```\n\n> Slow is smooth.',
    );
    expect(observation.turns[2]?.model).toBe('gpt-x');
  });
});

describe('Claude hub', () => {
  test('rows are put in order by their index, and the feed tells what is missing', async () => {
    const { observation, streaming } = await readFixture('claude', 'claude-hub');
    expect(streaming).toBe(true);
    expect(observation.conversation.completeness).toEqual({
      complete: false,
      evidence: '3 of 12 in the page',
      total: 12,
    });
    expect(observation.turns.map(({ order, text, partial }) => [order, text, partial])).toEqual([
      [2, 'When is low water?', false],
      [3, 'At six.\n\nThen at noon.', false],
      [10, 'And high water?', false],
      [11, 'High water is', true],
    ]);
  });

  test('the stand-in key of a reply gives a derived id below its question', async () => {
    const { observation } = await readFixture('claude', 'claude-hub');
    expect(observation.turns.at(-1)).toMatchObject({
      id: 'derived-cccccccc-0000-4000-8000-000000000003-hub-reply',
      parentId: 'cccccccc-0000-4000-8000-000000000003',
    });
    expect(observation.turns[0]?.attachments).toEqual(['harbour.csv']);
    expect(observation.turns[1]?.createdAt).toBe(Date.UTC(2026, 5, 19, 0, 2, 19, 557));
  });
});

describe('Claude older', () => {
  test('thinking is kept apart, artifacts by name, the open panel is no answer', async () => {
    const { observation } = await readFixture('claude', 'claude-older');
    expect(observation.conversation.title).toBe('Bread and salt');
    expect(observation.turns).toHaveLength(2);
    expect(observation.turns[0]?.attachments).toEqual(['loaf.png']);
    expect(observation.turns[1]).toMatchObject({
      text: 'Two percent.\n\nSee the list table.',
      thinking: 'Ten grams per loaf, I believe.',
      attachments: ['Salt table'],
      partial: false,
    });
    expect(observation.turns.every(({ id }) => id.startsWith('derived-'))).toBe(true);
  });
});

const page = (body: string) => `<!doctype html><title>x</title><body>${body}`;
const WORDS = 'Words that nobody may find in a report. '.repeat(20);

describe('Pages that are not understood', () => {
  test('unknown markup gives a report of structure without a word of content', async () => {
    const reading = await readHtml(
      'chatgpt',
      page(`<main><div data-testid="new-row" data-name="harbour.csv"><p>${WORDS}</p></div></main>`),
    );
    if (reading.kind !== 'unknown-markup') throw new Error(reading.kind);
    expect(reading.report).toContain('data-testid="new-row"');
    expect(reading.report).not.toMatch(/nobody|harbour/);
  });

  test('a page whose answers are not found any more is not captured by half', async () => {
    const user =
      '<section data-testid="conversation-turn-1" data-turn="user"><div data-message-author-role="user" data-message-id="m"><div class="whitespace-pre-wrap">Hello there</div></div></section>';
    const reading = await readHtml('chatgpt', page(`<main>${user.repeat(4)}<p>${WORDS}</p></main>`));
    expect(reading.kind).toBe('unknown-markup');
  });

  test('temporary chats and empty pages are told apart', async () => {
    expect(
      (await readHtml('chatgpt', page('<main></main>'), 'https://chatgpt.com/?temporary-chat=true')).kind,
    ).toBe('temporary');
    expect((await readHtml('claude', page('<main></main>'), 'https://claude.ai/new')).kind).toBe('empty');
  });
});
