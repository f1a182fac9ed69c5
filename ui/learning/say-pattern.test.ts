import { afterEach, describe, expect, it } from 'vitest';
import { de } from '../i18n/de/said.ts';
import { fr } from '../i18n/fr/said.ts';
import { registerMessages, switchLanguage } from '../i18n/i18n.ts';
import { sayPattern } from './say-pattern.ts';

registerMessages({}, async (language) => (language === 'de' ? de : fr));
afterEach(() => switchLanguage('en'));

const SEQUENCE = {
  code: 'pattern/sequence',
  values: { steps: 'ask → debug → test' },
  text: 'You often go from ask to debug to test.',
};

describe('a learned pattern', () => {
  it('names the steps of a habit in the language of the page', async () => {
    expect(sayPattern(SEQUENCE)).toBe('You often go from ask to debug to test.');
    await switchLanguage('de');
    expect(sayPattern(SEQUENCE)).toBe('Du gehst oft so vor: Fragen → Fehlersuche → Testen.');
    await switchLanguage('fr');
    expect(sayPattern(SEQUENCE)).toBe('Vous enchaînez souvent : questions → débogage → tests.');
  });

  it('names agents as every page does, in English too', () => {
    expect(
      sayPattern({
        code: 'pattern/changed',
        values: { facet: 'agent', before: 'chatgpt/o4-mini', after: 'claude/claude-opus-4-1' },
        text: 'You used to prefer what chatgpt/o4-mini wrote, and now prefer what claude/claude-opus-4-1 wrote.',
      }),
    ).toBe('You used to prefer what ChatGPT · o4-mini wrote, and now prefer what Claude · opus-4-1 wrote.');
  });

  it('names what a preference is about in the language of the page', async () => {
    const preference = {
      code: 'pattern/uses',
      values: { facet: 'role', value: 'note' },
      text: 'You tend to use your notes.',
    };
    await switchLanguage('de');
    expect(sayPattern(preference)).toBe('Du verwendest gern: deine Notizen.');
  });
});
