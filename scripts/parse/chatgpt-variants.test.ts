import { describe, expect, test } from 'vitest';
import { variantReader } from './variant-reader.ts';

const { observed, turns } = variantReader('chatgpt');

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

describe('ChatGPT, app shell', () => {
  test('a prompt with a fence is read from its rendered words', async () => {
    const [question] = await turns(
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
    expect((await turns(page.replace('</main>', `${stop}</main>`)))[1]?.partial).toBe(true);
    const frozen = `<div style="width:0;height:0;overflow:hidden;position:absolute"><main>${stop}</main></div>`;
    expect((await turns(frozen + page))[1]?.partial).toBe(false);
  });

  test('a question without an answer yet is kept', async () => {
    const read = await turns(
      shell(exchange('k1', said('One'), body('k1-a', '<p>Two</p>')), exchange('k2', said('Three'), '')),
    );
    expect(read.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  });
});

describe('ChatGPT, older renderers', () => {
  test('articles, widgets of code and the earliest roots are read', async () => {
    const read = await turns(
      `<main>${section(1, 'user', said('Print it'), 'article')}<article data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2"><div class="puik-root"><p>Like so:</p><div data-client-defined-widget="code_block"><div><span>Python</span><button>Copy</button></div><pre><code>print("a")\nprint("b")</code></pre></div></div></div></article></main>`,
    );
    expect(read[1]?.markdown).toBe('Like so:\n\n```python\nprint("a")\nprint("b")\n```');
  });

  test('code of an editor that renders only a part of its lines leaves the answer partial', async () => {
    const code =
      '<pre><div><span>python</span></div><div class="cm-editor"><div class="cm-scroller"><div class="cm-content"><div class="cm-line">a = 1</div><div class="cm-gap" style="height:900px"></div><div class="cm-line">z = 26</div></div></div></div></pre>';
    const [, answer] = await turns(
      `<main>${section(1, 'user', said('All of it'))}${section(2, 'assistant', prose(code))}</main>`,
    );
    expect(answer).toMatchObject({ partial: true });
    expect(answer?.text).toContain('z = 26');
  });

  test('an image that stands outside of any message is an answer', async () => {
    const read = await turns(
      `<main>${section(1, 'user', said('Draw it'))}<section data-testid="conversation-turn-2" data-turn="assistant" data-turn-id="t2"><h6 class="sr-only">ChatGPT said:</h6><div class="group/imagegen-image"><img alt="Generated image" src="https://chatgpt.com/x.png"></div></section></main>`,
    );
    expect(read[1]).toMatchObject({ role: 'assistant', id: 't2', attachments: ['Generated image'] });
  });

  test('versions, sources and file cards around the words are not among them', async () => {
    const [question, answer] = await turns(
      `<main>${section(1, 'user', `<div class="group/file-tile"><button aria-label="ledger.xlsx"></button><div class="truncate font-semibold">ledger.xlsx</div></div>${said('Sum it up')}`)}${section(2, 'assistant', prose('<p>It is 40.<span data-testid="webpage-citation-pill"><a href="https://example.org/mill?utm_source=chatgpt.com"><span class="truncate">Mill</span><span class="hidden-label" style="display:none">+1</span></a></span></p>')).replace('</section>', '<div class="flex"><button aria-label="Previous response"></button><div class="tabular-nums">2/2</div><button>Sources</button></div></section>')}</main>`,
    );
    expect(question).toMatchObject({ text: 'Sum it up', attachments: ['ledger.xlsx'] });
    expect(answer?.markdown).toBe('It is 40.[Mill](https://example.org/mill)');
  });

  test('formulas keep their source once, in lines and on their own', async () => {
    const tex = (source: string) =>
      `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">${source}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="mord">x</span></span></span>`;
    const [, answer] = await turns(
      `<main>${section(1, 'user', said('Area?'))}${section(2, 'assistant', prose(`<p>With ${tex('r')} it is</p><span class="katex-display">${tex('\\pi r^2')}</span><p>as known.</p>`))}</main>`,
    );
    expect(answer?.markdown).toBe('With $r$ it is\n\n$$\n\\pi r^2\n$$\n\nas known.');
    expect(answer?.text).toBe('With r it is\n\n\\pi r^2\n\nas known.');
  });

  test('lists nest, numbers go on, boxes are kept, and code stands in its item', async () => {
    const [, answer] = await turns(
      `<main>${section(1, 'user', said('Steps?'))}${section(2, 'assistant', prose('<ol start="3"><li><p>Oil</p><ul><li>Clear<ul><li>Cold</li></ul></li><li>Dark</li></ul></li><li><p>Wick</p><pre><code class="language-sh">trim</code></pre></li></ol><ul><li><input type="checkbox" checked disabled> Done</li><li><input type="checkbox" disabled> Open</li></ul>'))}</main>`,
    );
    expect(answer?.markdown).toBe(
      '3. Oil\n   - Clear\n     - Cold\n   - Dark\n4. Wick\n\n   ```sh\n   trim\n   ```\n\n- [x] Done\n- [ ] Open',
    );
  });

  test('a shared conversation is read under the id of its share', async () => {
    const { conversation, turns: read } = await observed(
      `<main>${section(1, 'user', said('Hello'))}${section(2, 'assistant', prose('<p>Hi.</p>'))}</main>`,
      'https://chatgpt.com/share/aaaaaaaa-0000-4000-8000-0000000000aa',
    );
    expect(conversation.id).toBe('aaaaaaaa-0000-4000-8000-0000000000aa');
    expect(read).toHaveLength(2);
  });

  test('the project of a chat is known by its address and its name in the list', async () => {
    const project = 'g-p-0123456789abcdef0123456789abcdef';
    const { conversation } = await observed(
      `<nav><a href="/g/${project}/project"><span class="truncate">Harbour</span></a></nav><main>${section(1, 'user', said('Hello'))}${section(2, 'assistant', prose('<p>Hi.</p>'))}</main>`,
      `https://chatgpt.com/g/${project}-harbour/c/aaaaaaaa-0000-4000-8000-0000000000ab`,
    );
    expect(conversation).toMatchObject({ id: 'aaaaaaaa-0000-4000-8000-0000000000ab', project: 'Harbour' });
  });
});
