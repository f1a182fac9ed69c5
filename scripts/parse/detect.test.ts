import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { isEventStream, isHtml, siteOfMarkup, siteOfStream, statedUrl } from './detect.ts';
import { parseJsonFile, parseStream } from './parse-wire.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('Detection', () => {
  test('a saved page tells its address in any of the usual places', () => {
    const url = 'https://claude.ai/chat/x';
    for (const html of [
      `<!-- saved from url=(0024)${url} -->`,
      `<link rel="canonical" href="${url}">`,
      `<link href="${url}" rel="canonical">`,
      `<meta property="og:url" content="${url}">`,
    ])
      expect(statedUrl(html)).toBe(url);
    expect(statedUrl('<link rel="canonical" href="https://example.org/">')).toBeUndefined();
  });

  test('sites are told by their markup and by their frames', () => {
    expect(siteOfMarkup('<div data-message-author-role="user">')).toBe('chatgpt');
    expect(siteOfMarkup('<div data-testid="transcript-row"><div data-cds="Prose">')).toBe('claude');
    expect(siteOfMarkup('<p>Nothing')).toBeUndefined();
    expect(siteOfStream('event: message_start\ndata: {"type":"message_start"}')).toBe('claude');
    expect(siteOfStream('event: delta_encoding\ndata: "v1"')).toBe('chatgpt');
  });

  test('forms are told apart', () => {
    expect(isHtml('<!-- note -->\n<!doctype html>')).toBe(true);
    expect(isHtml('{"a":"<div>"}')).toBe(false);
    expect(isEventStream('event: x\ndata: {}')).toBe(true);
    expect(isEventStream('{"data":"x"}')).toBe(false);
  });
});

describe('Reasons', () => {
  test('broken, foreign and empty files each say why they are not understood', () => {
    expect(() => parseJsonFile(bytes('{"a":'), {})).toThrow(/broken JSON/);
    expect(() => parseJsonFile(bytes('{"a":1}'), {})).toThrow(/holds no conversation/);
    expect(() => parseStream('none.txt', bytes('data: {"x":1}\n\n'), {})).toThrow(/no known site/);
    expect(() => parseStream('none.txt', bytes('data: {"x":1}\n\n'), { site: 'chatgpt' })).toThrow(
      /without a message/,
    );
  });

  test('the command line is checked', () => {
    expect(readArguments(['a.html', '--site', 'claude', '--url=https://claude.ai/chat/x'])).toMatchObject({
      site: 'claude',
      url: 'https://claude.ai/chat/x',
    });
    expect(() => readArguments([])).toThrow(/No file/);
    expect(() => readArguments(['a', '--site', 'toString'])).toThrow(/not known/);
    expect(() => readArguments(['a', '--url', 'nowhere'])).toThrow(/not an address/);
  });
});
