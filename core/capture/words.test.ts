import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedId, hashOf, wordsOnly } from './derive-id.ts';
import type { Block } from './dom/blocks.ts';
import { toMarkdown } from './dom/to-markdown.ts';
import { toText } from './dom/to-text.ts';
import { siteOf } from './sites.ts';
import { markdownText } from './wire/markdown-text.ts';
import { isObserved } from './wire/observed.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });

describe('Text of Markdown', () => {
  test('a reader sees words, markers of lists and cells, not the marks', () => {
    const markdown =
      '## Oil\n\nUse **clear** `kero` from [here](https://example.org).\n\n1. one\n2. two\n   - deep\n\n| a | b |\n|---|---|\n| c | d |\n\n```bash\npour\n```\n\n> slow\n\n~~old~~ &amp; \\*new\\*';
    expect(markdownText(markdown)).toBe(
      'Oil\n\nUse clear kero from here.\n\n1. one\n2. two\n- deep\n\na\tb\n\nc\td\n\npour\n\nslow\n\nold & *new*',
    );
  });

  test('words written as Markdown read as the same words', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 5 }), (lines) => {
        const blocks: Block[] = [
          ...lines.map(paragraph),
          { kind: 'list', start: undefined, items: lines.map((line) => ({ blocks: [paragraph(line)] })) },
        ];
        expect(wordsOnly(markdownText(toMarkdown(blocks)))).toBe(wordsOnly(toText(blocks)));
      }),
    );
  });

  test('literal marks in rendered words are escaped, so that they stay words', () => {
    for (const text of [
      '# no heading',
      '1. no list',
      '- no item',
      '> no quote',
      'a *star* and `tick`',
      '<img src=x onerror=alert(1)>',
      '[a](javascript:x)',
    ])
      expect(wordsOnly(markdownText(toMarkdown([paragraph(text)])))).toBe(wordsOnly(text));
  });

  test('a fence is longer than any in its code', () => {
    const code: Block = { kind: 'code', language: 'md', text: '````\nx\n````', gaps: false };
    expect(toMarkdown([code])).toBe('`````md\n````\nx\n````\n`````');
  });
});

describe('Derived ids', () => {
  test('the same turn has the same id in every window, equal turns of one window have their own', () => {
    const seen = new Set<string>();
    const first = derivedId('user', 'Again, please', '', seen);
    seen.add(first);
    expect(derivedId('user', 'again please', 'other question', new Set())).toBe(first);
    expect(derivedId('user', 'Again, please', '', seen)).toBe(`${first}-2`);
    expect(first).toMatch(/^derived-[^:]+$/);
  });

  test('an answer keeps its id while it grows past its opening', () => {
    const opening = 'The lamp burns clear oil, which is sold by the keeper of the store';
    expect(derivedId('assistant', opening, 'Q', new Set())).toBe(
      derivedId('assistant', `${opening} on the quay.`, 'Q', new Set()),
    );
    expect(derivedId('assistant', opening, 'Q', new Set())).not.toBe(
      derivedId('assistant', opening, 'P', new Set()),
    );
  });

  test('the hash is the same everywhere', () => {
    expect(hashOf('lantern')).toBe(hashOf('lantern'));
    expect(hashOf('lantern')).not.toBe(hashOf('lanterns'));
  });
});

test('sites are known by their whole origin; stand-ins only in development', () => {
  expect(siteOf('https://chatgpt.com/c/x')).toBe('chatgpt');
  expect(siteOf('https://claude.ai')).toBe('claude');
  expect(siteOf('https://chatgpt.com.example.org/c/x')).toBeUndefined();
  expect(siteOf('http://localhost:4000/claude/chat/x')).toBeUndefined();
  expect(siteOf('http://localhost:4000/claude/chat/x', true)).toBe('claude');
  expect(siteOf('http://localhost:4000/constructor', true)).toBeUndefined();
  expect(siteOf('not an address')).toBeUndefined();
});

test('only conversations are observed: both forms of the load, sends, and nothing else', () => {
  const id = '68f00000-1111-4222-8333-000000000001';
  const base = 'https://chatgpt.com/c/x';
  for (const path of [
    '/backend-api/f/conversation',
    `/backend-api/conversation/${id}`,
    `/backend-api/conversations/${id}?num_turns=10`,
    `/backend-api/conversations/${id}/messages?before=x`,
  ])
    expect(isObserved(path, base), path).toBe(true);
  for (const path of [
    '/backend-api/f/conversation/prepare',
    '/backend-api/conversations?limit=28',
    '/api/auth/session',
    '/backend-api/me',
    `https://example.org/backend-api/conversation/${id}`,
  ])
    expect(isObserved(path, base), path).toBe(false);
});
