import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PageReading, SiteId } from '../../core/capture/index.ts';
import { PageReader } from './page-reader.ts';

/** Variants of the sites' pages, written by us, each with one thing that pages are known to do. */

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

const read = async (site: SiteId, body: string, url: string = ADDRESS[site]): Promise<PageReading> =>
  (await reader.read(site, `<!doctype html><title>Mill book</title><body>${body}`, url, 'derived-none'))
    .reading;

const observed = async (site: SiteId, body: string, url?: string) => {
  const reading = await read(site, body, url);
  if (reading.kind !== 'observation') throw new Error(`read as ${reading.kind}`);
  return { ...reading.observation, streaming: reading.streaming };
};

const turns = async (site: SiteId, body: string) => (await observed(site, body)).turns;

/** One exchange of ChatGPT's app shell. */
const exchange = (key: string, question: string, answer: string, id = `${key}-a`): string =>
  `<div data-turn-key="${key}"><div class="group/user-message" data-chatgpt-search-unit-key="fallback-turn-0:0:user" data-chatgpt-search-message-ids="${key}"><div data-user-message-bubble="true">${question}</div></div>${
    answer === ''
      ? ''
      : `<div data-chatgpt-search-unit-key="fallback-turn-0:1:assistant" data-chatgpt-search-message-ids="${id} ${id}"><h4 class="sr-only" data-conversation-role="assistant">ChatGPT said:</h4>${answer}</div>`
  }</div>`;
const shell = (...exchanges: string[]): string =>
  `<div data-app-shell-active-page="true"><main><div data-app-action-timeline-scroll="" style="display:flex;flex-direction:column-reverse"><div>${exchanges.join('')}</div></div></main></div>`;
const said = (text: string): string => `<div class="whitespace-pre-wrap">${text}</div>`;
const body = (id: string, html: string): string =>
  `<div data-chatgpt-selection-message-id="${id}"><div data-markdown-text-style="assistant-message">${html}</div></div>`;

/** One turn of ChatGPT's renderer of 2026-03. */
const section = (at: number, role: 'user' | 'assistant', inner: string, tag = 'section'): string =>
  `<${tag} data-testid="conversation-turn-${at}" data-turn="${role}" data-turn-id="turn-${at}"><div data-message-author-role="${role}" data-message-id="m${at}">${inner}</div></${tag}>`;
const prose = (html: string): string => `<div class="markdown prose">${html}</div>`;

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

describe('ChatGPT, app shell', () => {
  test('a prompt with a fence is read from its rendered words', async () => {
    const [question] = await turns(
      'chatgpt',
      shell(
        exchange(
          'k1',
          '<div data-markdown-text-tone="user-message"><p>Why does this fail?</p><div data-markdown-copy="code-block"><div data-markdown-copy="exclude">rust<button>Copy</button></div><div><code>let x = 1;\nlet y = x;</code></div></div></div>',
          body('k1-a', '<p>It does not.</p>'),
        ),
      ),
    );
    expect(question?.markdown).toBe('Why does this fail?\n\n```rust\nlet x = 1;\nlet y = x;\n```');
  });

  test('an answer of images only is a turn with their names, with and without a label', async () => {
    const image = (alt: string) =>
      `<div data-testid="generated-image-gallery"><button data-testid="generated-image-preview"><img src="blob:https://chatgpt.com/1"${alt}></button></div>`;
    const read = await turns(
      'chatgpt',
      shell(
        exchange('k1', said('Draw a mill'), image(' alt="A mill"')),
        exchange('k2', said('Draw a weir'), image('')),
        `<div data-turn-key="k3"><div class="group/user-message" data-chatgpt-search-message-ids="k3"><div data-user-message-bubble="true">${said('Draw a sluice')}</div></div><div><h4 class="sr-only" data-conversation-role="assistant">ChatGPT said:</h4>${image(' alt="A sluice"')}</div></div>`,
      ),
    );
    expect(read.map(({ role, attachments }) => [role, attachments?.[0]])).toEqual([
      ['user', undefined],
      ['assistant', 'A mill'],
      ['user', undefined],
      ['assistant', 'image'],
      ['user', undefined],
      ['assistant', 'A sluice'],
    ]);
  });

  test('several records of one answer keep their ids and their order; the last is the reply', async () => {
    const read = await turns(
      'chatgpt',
      shell(
        `<div data-turn-key="k1"><div class="group/user-message" data-chatgpt-search-message-ids="k1"><div data-user-message-bubble="true">${said('Look it up')}</div></div><div data-chatgpt-search-unit-key="x:assistant" data-chatgpt-search-message-ids="r1 r2"><h4 class="sr-only" data-conversation-role="assistant">ChatGPT said:</h4>${body('r1', '<p>I look in the almanac.</p>')}${body('r2', '<p>High water is at six.</p>')}</div></div>`,
      ),
    );
    expect(read.map(({ id, text }) => [id, text])).toEqual([
      ['k1', 'Look it up'],
      ['r1', 'I look in the almanac.'],
      ['r2', 'High water is at six.'],
    ]);
  });

  test('a turn state that stayed at in progress does not make a finished answer partial', async () => {
    const [, answer] = await turns(
      'chatgpt',
      shell(
        exchange(
          'k1',
          said('Ready?'),
          `<div data-talvt-turn-state="in_progress">${body('k1-a', '<p>Yes.</p>')}</div>`,
        ),
      ),
    );
    expect(answer?.partial).toBe(false);
  });

  test('while the stop control is shown the last answer is partial; in a frozen copy it says nothing', async () => {
    const stop = '<button data-testid="stop-button">Stop</button>';
    const page = shell(exchange('k1', said('Ready?'), body('k1-a', '<p>Ye</p>')));
    expect((await turns('chatgpt', page.replace('</main>', `${stop}</main>`)))[1]?.partial).toBe(true);
    const frozen = `<div style="width:0;height:0;overflow:hidden;position:absolute"><main>${stop}</main></div>`;
    expect((await turns('chatgpt', frozen + page))[1]?.partial).toBe(false);
  });

  test('a question without an answer yet is kept', async () => {
    const read = await turns(
      'chatgpt',
      shell(exchange('k1', said('One'), body('k1-a', '<p>Two</p>')), exchange('k2', said('Three'), '')),
    );
    expect(read.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  });
});

describe('ChatGPT, older renderers', () => {
  test('articles, widgets of code and the earliest roots are read', async () => {
    const read = await turns(
      'chatgpt',
      `<main>${section(1, 'user', said('Print it'), 'article')}<article data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2"><div class="puik-root"><p>Like so:</p><div data-client-defined-widget="code_block"><div><span>Python</span><button>Copy</button></div><pre><code>print("a")\nprint("b")</code></pre></div></div></div></article></main>`,
    );
    expect(read[1]?.markdown).toBe('Like so:\n\n```python\nprint("a")\nprint("b")\n```');
  });

  test('code of an editor that renders only a part of its lines leaves the answer partial', async () => {
    const code =
      '<pre><div><span>python</span></div><div class="cm-editor"><div class="cm-scroller"><div class="cm-content"><div class="cm-line">a = 1</div><div class="cm-gap" style="height:900px"></div><div class="cm-line">z = 26</div></div></div></div></pre>';
    const [, answer] = await turns(
      'chatgpt',
      `<main>${section(1, 'user', said('All of it'))}${section(2, 'assistant', prose(code))}</main>`,
    );
    expect(answer).toMatchObject({ partial: true });
    expect(answer?.text).toContain('z = 26');
  });

  test('an image that stands outside of any message is an answer', async () => {
    const read = await turns(
      'chatgpt',
      `<main>${section(1, 'user', said('Draw it'))}<section data-testid="conversation-turn-2" data-turn="assistant" data-turn-id="t2"><h6 class="sr-only">ChatGPT said:</h6><div class="group/imagegen-image"><img alt="Generated image" src="https://chatgpt.com/x.png"></div></section></main>`,
    );
    expect(read[1]).toMatchObject({ role: 'assistant', id: 't2', attachments: ['Generated image'] });
  });

  test('versions, sources and file cards around the words are not among them', async () => {
    const [question, answer] = await turns(
      'chatgpt',
      `<main>${section(1, 'user', `<div class="group/file-tile"><button aria-label="ledger.xlsx"></button><div class="truncate font-semibold">ledger.xlsx</div></div>${said('Sum it up')}`)}${section(2, 'assistant', prose('<p>It is 40.<span data-testid="webpage-citation-pill"><a href="https://example.org/mill?utm_source=chatgpt.com"><span class="truncate">Mill</span><span class="hidden-label" style="display:none">+1</span></a></span></p>')).replace('</section>', '<div class="flex"><button aria-label="Previous response"></button><div class="tabular-nums">2/2</div><button>Sources</button></div></section>')}</main>`,
    );
    expect(question).toMatchObject({ text: 'Sum it up', attachments: ['ledger.xlsx'] });
    expect(answer?.markdown).toBe('It is 40.[Mill](https://example.org/mill)');
  });

  test('formulas keep their source once, in lines and on their own', async () => {
    const tex = (source: string) =>
      `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">${source}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="mord">x</span></span></span>`;
    const [, answer] = await turns(
      'chatgpt',
      `<main>${section(1, 'user', said('Area?'))}${section(2, 'assistant', prose(`<p>With ${tex('r')} it is</p><span class="katex-display">${tex('\\pi r^2')}</span><p>as known.</p>`))}</main>`,
    );
    expect(answer?.markdown).toBe('With $r$ it is\n\n$$\n\\pi r^2\n$$\n\nas known.');
    expect(answer?.text).toBe('With r it is\n\n\\pi r^2\n\nas known.');
  });

  test('lists nest, numbers go on, boxes are kept, and code stands in its item', async () => {
    const [, answer] = await turns(
      'chatgpt',
      `<main>${section(1, 'user', said('Steps?'))}${section(2, 'assistant', prose('<ol start="3"><li><p>Oil</p><ul><li>Clear<ul><li>Cold</li></ul></li><li>Dark</li></ul></li><li><p>Wick</p><pre><code class="language-sh">trim</code></pre></li></ol><ul><li><input type="checkbox" checked disabled> Done</li><li><input type="checkbox" disabled> Open</li></ul>'))}</main>`,
    );
    expect(answer?.markdown).toBe(
      '3. Oil\n   - Clear\n     - Cold\n   - Dark\n4. Wick\n\n   ```sh\n   trim\n   ```\n\n- [x] Done\n- [ ] Open',
    );
  });

  test('a shared conversation is read under the id of its share', async () => {
    const { conversation, turns: read } = await observed(
      'chatgpt',
      `<main>${section(1, 'user', said('Hello'))}${section(2, 'assistant', prose('<p>Hi.</p>'))}</main>`,
      'https://chatgpt.com/share/aaaaaaaa-0000-4000-8000-0000000000aa',
    );
    expect(conversation.id).toBe('aaaaaaaa-0000-4000-8000-0000000000aa');
    expect(read).toHaveLength(2);
  });

  test('the project of a chat is known by its address and its name in the list', async () => {
    const project = 'g-p-0123456789abcdef0123456789abcdef';
    const { conversation } = await observed(
      'chatgpt',
      `<nav><a href="/g/${project}/project"><span class="truncate">Harbour</span></a></nav><main>${section(1, 'user', said('Hello'))}${section(2, 'assistant', prose('<p>Hi.</p>'))}</main>`,
      `https://chatgpt.com/g/${project}-harbour/c/aaaaaaaa-0000-4000-8000-0000000000ab`,
    );
    expect(conversation).toMatchObject({ id: 'aaaaaaaa-0000-4000-8000-0000000000ab', project: 'Harbour' });
  });
});

describe('Claude, hub', () => {
  test('rows without keys are read, with ids of our own', async () => {
    const read = await turns(
      'claude',
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
          'claude',
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
      'claude',
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
      'claude',
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
      'claude',
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
    expect((await observed('claude', feed(...rows))).conversation.completeness.complete).toBe(true);
    const part = rows.map((each) => each.replace('aria-setsize="2"', 'aria-setsize="40"'));
    expect((await observed('claude', feed(...part))).conversation.completeness).toMatchObject({
      complete: false,
      total: 40,
    });
  });

  test('formulas, tables and code with a head are read as they are seen', async () => {
    const [, answer] = await turns(
      'claude',
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
      'claude',
      user('Salt?') +
        answer(
          '<div class="grid"><div class="row-start-1"><button aria-expanded="true">Thought process</button><div><div class="standard-markdown"><p>Ten grams, I believe.</p></div></div></div><div class="row-start-2"><div class="standard-markdown"><p>Two percent.</p></div></div></div>',
        ),
    );
    expect(read[1]).toMatchObject({ text: 'Two percent.', thinking: 'Ten grams, I believe.' });
  });

  test('equal words twice are two turns; a streaming answer is partial', async () => {
    const read = await turns(
      'claude',
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
      'claude',
      '<div><div data-testid="user-message"><p>Salt?</p></div></div><div><div class="font-claude-message"><div><div class="grid"><p>Two percent.</p><pre><div>python</div><code class="language-python">salt = 0.02</code></pre><ul><li>of flour</li></ul></div></div></div></div>',
    );
    expect(reply?.markdown).toBe('Two percent.\n\n```python\nsalt = 0.02\n```\n\n- of flour');
  });

  test('frames of visualisations and the open artifact add no words', async () => {
    const read = await turns(
      'claude',
      user('Chart it') +
        answer(
          '<div class="standard-markdown"><p>See below.</p></div><iframe src="https://x.claudemcpcontent.com/"></iframe>',
        ) +
        '<div id="markdown-artifact" class="font-claude-response"><div class="standard-markdown"><p>Panel</p></div></div>',
    );
    expect(read.map(({ text }) => text)).toEqual(['Chart it', 'See below.']);
  });
});
