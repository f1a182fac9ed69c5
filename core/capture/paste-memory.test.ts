import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASTE_LIFE_MS, PasteMemory } from './paste-memory.ts';

const NOTICE =
  'The harbour office closes at noon on Fridays. Boats over nine metres pay the winter fee in advance, and keys are handed out at the north pier.';
const OWN =
  'I wonder whether my own little sloop counts as over nine metres if the bowsprit is left out of it. ';

const pasted = (...texts: string[]): PasteMemory => {
  const memory = new PasteMemory();
  for (const text of texts) memory.remember(text, 0);
  return memory;
};

describe('what was pasted', () => {
  test('is known whole, laid out anew, and with a short question before it', () => {
    const memory = pasted(NOTICE);
    expect(memory.judge(NOTICE, 1)).toBe('all');
    expect(memory.judge(`> ${NOTICE.toUpperCase().replaceAll(' ', '\n\n')}`, 1)).toBe('all');
    expect(memory.judge(`Sum this up: ${NOTICE}`, 1)).toBe('all');
  });

  test('is known in part among words of one’s own, and after a change in its middle', () => {
    const memory = pasted(NOTICE);
    expect(memory.judge(OWN + OWN + NOTICE, 1)).toBe('part');
    expect(memory.judge(NOTICE.replace('winter fee', 'summer fee'), 1)).toBe('all');
    expect(memory.judge(`${OWN}${OWN}${NOTICE.slice(50, 100)}`, 1)).toBe('part');
  });

  test('several pastes count together', () => {
    const half = NOTICE.length / 2;
    expect(pasted(NOTICE.slice(0, half), NOTICE.slice(half)).judge(NOTICE, 1)).toBe('all');
  });

  test('is known in scripts without spaces', () => {
    const text =
      '港務局は金曜日の正午に閉まります。九メートルを超える船は冬季料金を前払いし、鍵は北桟橋で渡されます。';
    expect(pasted(text).judge(`要約して。${text}`, 1)).toBe('all');
  });

  test('is not seen in words of one’s own, in few common words, or after a short paste', () => {
    expect(pasted(NOTICE).judge(OWN, 1)).toBeUndefined();
    expect(pasted(NOTICE).judge('When does the harbour office close?', 1)).toBeUndefined();
    expect(pasted('https://harbour.example/fees').judge('https://harbour.example/fees', 1)).toBeUndefined();
    expect(pasted('-'.repeat(80)).judge('-'.repeat(80), 1)).toBeUndefined();
    expect(new PasteMemory().judge(NOTICE, 1)).toBeUndefined();
  });

  test('is forgotten after half an hour, and beyond eight', () => {
    expect(pasted(NOTICE).judge(NOTICE, PASTE_LIFE_MS - 1)).toBe('all');
    expect(pasted(NOTICE).judge(NOTICE, PASTE_LIFE_MS)).toBeUndefined();
    const others = Array.from({ length: 8 }, (_, nth) => `${OWN} ${nth}`);
    const memory = pasted(NOTICE, ...others);
    expect(memory.size).toBe(8);
    expect(memory.judge(NOTICE, 1)).toBeUndefined();
  });

  test('of enormous length is cut, and still known', () => {
    const novel = Array.from({ length: 60_000 }, (_, nth) => `word${nth}`).join(' ');
    expect(pasted(novel).judge(novel, 1)).toBe('all');
    const drone = 'om'.repeat(150_000);
    expect(pasted(drone, novel).judge(`I heard ${drone}`, 1)).toBe('all');
  });

  test('any texts: never throws, holds at most eight, and knows a long paste that stands in a turn', () => {
    const text = fc.array(fc.nat(0xffff), { maxLength: 80 }).map((units) => String.fromCharCode(...units));
    const words = fc.string({ unit: fc.constantFrom(...'abcdefgh 123é\n*'), minLength: 40, maxLength: 120 });
    fc.assert(
      fc.property(fc.array(fc.oneof(text, words), { maxLength: 12 }), words, text, (before, last, around) => {
        const memory = pasted(...before);
        expect(memory.size).toBeLessThanOrEqual(8);
        expect(memory.judge(around, 1)).toSatisfy((mark) => ['all', 'part', undefined].includes(mark));
        const isLong = last.replace(/[^\p{L}\p{N}]/gu, '').length >= 24 && last.trim().length >= 40;
        memory.remember(last, 1);
        if (isLong) expect(memory.judge(`${around} ${last} ${around}`, 2)).toBeDefined();
      }),
    );
  });
});
