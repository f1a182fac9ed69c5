import { describe, expect, test } from 'vitest';
import { variantReader } from './variant-reader.ts';

const { observed, turns } = variantReader('claude');

/** One row of Claude's feed. */
const row = (index: number, total: number, inner: string): string =>
  `<div data-testid="transcript-row" data-index="${index}" data-perf-row="${index % 2 ? 'assistant' : 'human'}"><div role="article" aria-setsize="${total}" aria-posinset="${index + 1}">${inner}</div></div>`;
const feed = (...rows: string[]): string =>
  `<div data-testid="bardhub-claudechat-root"><div data-autoscroll-container="true"><div role="feed">${rows.join('')}</div></div></div>`;
const asked = (text: string, key = 'q1', above = ''): string =>
  `<div data-cds="UserMessage" data-turn-key="${key}">${above}<div data-testid="user-message"><p class="whitespace-pre-wrap">${text}</p></div></div>`;
const replied = (html: string, key = 'a1', streaming = 'data-is-streaming="false"'): string =>
  `<div data-testid="assistant-message" data-cds="AssistantMessage" data-turn-key="${key}" ${streaming}><h2 class="sr-only" data-find-omitted="">Claude responded: x</h2>${html}<div data-cds="MessageActions"><button>Copy</button></div></div>`;
const words = (html: string): string =>
  `<div data-cds="Prose"><div data-perf-reply-text="" class="standard-markdown">${html}</div></div>`;

describe('Claude, hub', () => {
  test('rows without keys are read, with ids of our own', async () => {
    const read = await turns(
      feed(
        row(0, 2, asked('Tides?').replace(/ data-turn-key="[^"]*"/, '')),
        row(1, 2, replied(words('<p>Twice a day.</p>')).replace(/ data-turn-key="[^"]*"/, '')),
      ),
    );
    expect(read.map(({ role, text, partial }) => [role, text, partial])).toEqual([
      ['user', 'Tides?', false],
      ['assistant', 'Twice a day.', false],
    ]);
    expect(read.every(({ id }) => id.startsWith('derived-'))).toBe(true);
  });

  test('an answer that says nothing of streaming yet, or that it streams, is not done', async () => {
    const streaming = async (mark: string) =>
      (
        await turns(
          feed(
            row(0, 2, asked('Tides?')),
            row(
              1,
              2,
              replied(
                words('<p>Twi</p>').replace('standard-markdown', 'progressive-markdown'),
                'q1-hub-reply',
                mark,
              ),
            ),
          ),
        )
      )[1];
    expect(await streaming('')).toMatchObject({ text: 'Twi', partial: true });
    expect(await streaming('data-is-streaming="true"')).toMatchObject({ text: 'Twi', partial: true });
  });

  test('steps between the blocks of an answer are not words, open or closed; blocks stay in order', async () => {
    const status = (inner: string) =>
      `<div data-cds="TurnStatus" data-find-omitted=""><button aria-expanded="true"></button>Searched the web${inner}</div>`;
    const [, answer] = await turns(
      feed(
        row(0, 2, asked('Tides?')),
        row(
          1,
          2,
          replied(
            status('') +
              words('<p>First.</p>') +
              status(
                `<div data-timeline-text=""><div class="standard-markdown"><p>I weigh it.</p></div></div>`,
              ) +
              words('<p>Second.</p>'),
          ),
        ),
      ),
    );
    expect(answer?.text).toBe('First.\n\nSecond.');
  });

  test('files and pictures above a question, artifacts of an answer are kept by name', async () => {
    const [question, answer] = await turns(
      feed(
        row(
          0,
          2,
          asked(
            'See these',
            'q1',
            '<div data-testid="file-thumbnail"><h3>tides.pdf</h3><p>12 lines</p></div><div><button><img alt="quay.png" src="data:,"></button></div>',
          ),
        ),
        row(
          1,
          2,
          replied(
            `${words('<p>Here it is.</p>')}<div class="artifact-block-cell"><div><div class="leading-tight">Tide table</div><div>Document</div></div></div>`,
          ),
        ),
      ),
    );
    expect(question).toMatchObject({ text: 'See these', attachments: ['tides.pdf', 'quay.png'] });
    expect(answer).toMatchObject({ text: 'Here it is.', attachments: ['Tide table'] });
  });

  test('a question of files only and an answer of an artifact only are turns', async () => {
    const read = await turns(
      feed(
        row(
          0,
          2,
          '<div data-cds="UserMessage" data-turn-key="q1"><div data-testid="file-thumbnail"><h3>tides.pdf</h3></div></div>',
        ),
        row(
          1,
          2,
          replied(
            '<div class="artifact-block-cell"><div><div class="leading-tight">Tide table</div></div></div>',
          ),
        ),
      ),
    );
    expect(read.map(({ role, attachments }) => [role, attachments])).toEqual([
      ['user', ['tides.pdf']],
      ['assistant', ['Tide table']],
    ]);
  });

  test('all rows seen is a complete conversation, a window is not', async () => {
    const rows = [row(0, 2, asked('Tides?')), row(1, 2, replied(words('<p>Twice.</p>')))];
    expect((await observed(feed(...rows))).conversation.completeness.complete).toBe(true);
    const part = rows.map((each) => each.replace('aria-setsize="2"', 'aria-setsize="40"'));
    expect((await observed(feed(...part))).conversation.completeness).toMatchObject({
      complete: false,
      total: 40,
    });
  });

  test('formulas, tables and code with a head are read as they are seen', async () => {
    const [, answer] = await turns(
      feed(
        row(0, 2, asked('All of it')),
        row(
          1,
          2,
          replied(
            words(
              '<p>Let <span class="katex"><span class="katex-mathml"><math><semantics><annotation encoding="application/x-tex">a^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">a2</span></span>.</p><div data-not-prose=""><div role="group"><div class="head"><span>SQL</span><button>Copy</button></div><pre class="code-block__code"><code class="language-sql">select 1;\n\nselect 2;</code></pre></div></div><div><table><thead><tr><th>Port</th><th>Rise</th></tr></thead><tbody><tr><td>Quay</td><td><code>4 m</code></td></tr></tbody></table></div>',
            ),
          ),
        ),
      ),
    );
    expect(answer?.markdown).toBe(
      'Let $a^2$.\n\n```sql\nselect 1;\n\nselect 2;\n```\n\n| Port | Rise |\n| --- | --- |\n| Quay | `4 m` |',
    );
  });
});

describe('Claude, older', () => {
  const message = (inner: string) => `<div data-test-render-count="1">${inner}</div>`;
  const user = (text: string) =>
    message(`<div data-testid="user-message"><p class="whitespace-pre-wrap">${text}</p></div>`);
  const answer = (inner: string, streaming = 'false') =>
    message(`<div data-is-streaming="${streaming}"><div class="font-claude-response">${inner}</div></div>`);

  test('folded and unfolded thinking is kept apart, whatever stands before and after it', async () => {
    const read = await turns(
      user('Salt?') +
        answer(
          '<div class="grid"><div class="row-start-1"><button aria-expanded="true">Thought process</button><div><div class="standard-markdown"><p>Ten grams, I believe.</p></div></div></div><div class="row-start-2"><div class="standard-markdown"><p>Two percent.</p></div></div></div>',
        ),
    );
    expect(read[1]).toMatchObject({ text: 'Two percent.', thinking: 'Ten grams, I believe.' });
  });

  test('equal words twice are two turns; a streaming answer is partial', async () => {
    const read = await turns(
      user('Again') +
        answer('<div class="standard-markdown"><p>Yes.</p></div>') +
        user('Again') +
        answer('<div class="progressive-markdown"><p>Ye</p></div>', 'true'),
    );
    expect(read.map(({ text, partial }) => [text, partial])).toEqual([
      ['Again', false],
      ['Yes.', false],
      ['Again', false],
      ['Ye', true],
    ]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(4);
  });

  test('a page of before the named blocks is read by its paragraphs', async () => {
    const [, reply] = await turns(
      '<div><div data-testid="user-message"><p>Salt?</p></div></div><div><div class="font-claude-message"><div><div class="grid"><p>Two percent.</p><pre><div>python</div><code class="language-python">salt = 0.02</code></pre><ul><li>of flour</li></ul></div></div></div></div>',
    );
    expect(reply?.markdown).toBe('Two percent.\n\n```python\nsalt = 0.02\n```\n\n- of flour');
  });

  test('frames of visualisations and the open artifact add no words', async () => {
    const read = await turns(
      user('Chart it') +
        answer(
          '<div class="standard-markdown"><p>See below.</p></div><iframe src="https://x.claudemcpcontent.com/"></iframe>',
        ) +
        '<div id="markdown-artifact" class="font-claude-response"><div class="standard-markdown"><p>Panel</p></div></div>',
    );
    expect(read.map(({ text }) => text)).toEqual(['Chart it', 'See below.']);
  });
});
