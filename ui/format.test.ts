import { afterEach, describe, expect, it } from 'vitest';
import { agentName, formatAge, formatBytes } from './format.ts';
import { de } from './i18n/de/popup.ts';
import { en } from './i18n/en/popup.ts';
import { registerMessages, resolveLanguage, switchLanguage, t } from './i18n/i18n.ts';
import { segmentsOf } from './marks.ts';
import { safeUrl } from './safe-url.ts';

registerMessages(en, async (language) => (language === 'de' ? de : {}));
afterEach(() => switchLanguage('en'));

describe('strings', () => {
  it('pick the plural and write numbers as the language does', async () => {
    expect(t('search.results', { n: 1 })).toBe('1 memory found');
    expect(t('search.results', { n: 2500 })).toBe('2,500 memories found');
    await switchLanguage('de');
    expect(t('search.results', { n: 2500 })).toBe('2.500 Erinnerungen gefunden');
  });

  it('fall back to English where a translation lacks a text', async () => {
    await switchLanguage('fr');
    expect(t('action.copy')).toBe('Copy');
  });

  it('never take captured words for a place to fill', () => {
    expect(t('search.none', { query: '{n} $& {query}' })).toContain('{n} $& {query}');
  });

  it('resolve the system language to one we have', () => {
    expect(resolveLanguage('system', ['pt-BR', 'fr-CA', 'de'])).toBe('fr');
    expect(resolveLanguage('de', ['fr'])).toBe('de');
    expect(resolveLanguage('system', ['ja'])).toBe('en');
  });
});

describe('formats', () => {
  const now = Date.parse('2026-03-10T12:00:00');

  it('tell an age shortly', () => {
    expect(formatAge(now - 5_000, now)).toBe('now');
    expect(formatAge(now - 5 * 60_000, now)).toMatch(/5 min/);
    expect(formatAge(now - 25 * 3_600_000, now)).toBe('yesterday');
    expect(formatAge(Date.parse('2025-01-05T12:00:00'), now)).toContain('2025');
  });

  it('tell bytes in a fitting unit', () => {
    expect(formatBytes(0)).toMatch(/^0 bytes?/);
    expect(formatBytes(1_500_000)).toBe('1.5 MB');
  });

  it('name agents by site and model', () => {
    expect(agentName('claude/opus-4')).toBe('Claude · opus-4');
    expect(agentName('elsewhere')).toBe('elsewhere');
  });
});

describe('segmentsOf', () => {
  it('survives marks that overlap or reach beyond the text', () => {
    const marks = [
      [4, 99],
      [0, 2],
      [1, 3],
    ] as const;
    const segments = segmentsOf('abcdef', marks);
    expect(segments.map(({ text }) => text).join('')).toBe('abcdef');
    expect(segments.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['ab', 'c', 'ef']);
  });
});

describe('safeUrl', () => {
  it('passes web pages only', () => {
    expect(safeUrl('https://claude.ai/chat/1')).toBe('https://claude.ai/chat/1');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '', 'chat']) {
      expect(safeUrl(url)).toBeUndefined();
    }
  });
});
