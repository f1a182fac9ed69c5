import { describe, expect, it } from 'vitest';
import { digestMarkdown } from './digest-markdown.ts';
import { dayFrom, digestScopeOf, memoriesOf } from './digest-scope.ts';

const NOW = new Date('2026-03-10T15:00:00').getTime();
const scope = (query: string) => digestScopeOf(new URLSearchParams(query), NOW);

describe('the scope of a digest', () => {
  it('is today when the address names nothing', () => {
    const today = scope('');
    expect(today).toMatchObject({ kind: 'day', from: new Date('2026-03-10T00:00:00').getTime() });
    expect(today && memoriesOf(today).toString()).toBe('from=2026-03-10&to=2026-03-10');
  });

  it('waits for a choice of project or conversation', () => {
    expect(scope('kind=project')).toBeUndefined();
    expect(scope('kind=conversation&conversation=default%2Fclaude%3A1')).toEqual({
      kind: 'conversation',
      key: 'default/claude:1',
    });
  });

  it('is nothing for a day that does not exist', () => {
    expect(scope('day=yesterday')).toBeUndefined();
  });

  it('steps over the ends of months', () => {
    expect(dayFrom('2026-03-01', -1)).toBe('2026-02-28');
    expect(dayFrom('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('digestMarkdown', () => {
  it('leaves empty parts out and keeps sentences on one line', () => {
    const markdown = digestMarkdown(
      {
        title: 'House',
        coverage: { conversations: 2, ofConversations: 3, memories: 1, ofMemories: 5, quarantined: 0 },
        topics: [],
        sentences: [{ seq: 1, text: 'The heating\nis out.', role: 'user' }],
        links: [],
        label: 'user-typed',
      },
      { coverage: '2 of 3 conversations', topics: 'Topics', sentences: 'Key sentences', links: 'Links' },
    );
    expect(markdown).toContain('## Key sentences\n\n> The heating is out.');
    expect(markdown).toContain('2 of 3 conversations');
    expect(markdown).not.toContain('## Topics');
    expect(markdown).not.toContain('## Links');
  });
});
