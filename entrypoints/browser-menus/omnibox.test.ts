import { describe, expect, it } from 'vitest';
import { hashOfEntry, suggestResult } from './omnibox.ts';

describe('address bar', () => {
  it('writes captured words as text, whatever they hold', () => {
    const { description } = suggestResult(
      { hash: '#/memory/1', title: 'a "b" & c', snippet: '<url>x</url>\u0000' },
      true,
    );
    expect(description).toBe('&lt;url&gt;x&lt;/url&gt;  <dim>a &quot;b&quot; &amp; c</dim>');
  });

  it('leads a chosen suggestion to its memory and typed words to a search', () => {
    expect(hashOfEntry('#/memory/12?q=plum')).toBe('#/memory/12?q=plum');
    expect(hashOfEntry(' plum & wall ')).toBe('#/memories?q=plum%20%26%20wall');
    expect(hashOfEntry('#/memory/x')).toBe('#/memories?q=%23%2Fmemory%2Fx');
  });
});
