import { expect, test } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const filled = async () => {
  const vault = Vault.open({ places: new MemoryPlaces() });
  for (const [id, question, answer] of [
    [
      'a',
      'How do I debounce the search field in the popup?',
      'Use a timer of 50 ms and clear it on each key.',
    ],
    ['b', 'Which timer is best for the oven?', 'A kitchen timer with a loud bell.'],
  ] as const) {
    await vault.append(
      observation(id, [turn('1', 'user', question), turn('2', 'assistant', answer)]),
      SENDER,
    );
  }
  return vault;
};

/** A query, whether it still finds the memory, and what is said of it. */
const BAD: readonly (readonly [name: string, query: string, finds: boolean, said?: string])[] = [
  ['empty', '', false],
  ['only spaces', '  \n\t ', false],
  [
    '10,000 characters',
    `debounce ${'wordless '.repeat(1_111)}`,
    true,
    'Only the first 2000 characters are searched.',
  ],
  ['10,000 characters without a space', 'x'.repeat(10_000), false, 'Only the first 2000'],
  ['only punctuation', '.,;:!?—…()[]{}', false],
  ['only operators', 'is: before: agent: -', false, 'needs a value'],
  ['an operator that excludes everything', 'debounce agent:nobody', false],
  ['a phrase that nothing holds, in a question', 'how to debounce the "field search"?', true, 'side by side'],
  ['a phrase that nothing holds, alone', '"field search"', false],
  ['an unbalanced quote', 'debounce "search field', true, 'The closing quote is missing'],
  ['empty quotes', 'debounce ""', true, 'Empty quotes find nothing'],
  ['mixed scripts', 'debounce слово 言葉 كلمة คำ', true],
  ['emoji', 'debounce 😀👩‍💻🏳️‍🌈', true],
  ['only emoji', '😀😀', false],
  ['half a surrogate pair', 'debounce \ud83d', true],
  ['a regular expression', 'debounce (.*)+$ [a-z]{2,} \\d+', true],
  ['a date that does not exist', 'debounce 30 February', true, 'The calendar has no 30 February'],
  ['an operator with a date that does not exist', 'debounce on:2025-02-30', true, 'is not a date'],
  ['an unknown operator', 'colour:debounce', true, 'There is no operator "colour:"'],
  ['an address', 'https://example.com/debounce?x=1', true],
  ['only exclusions', '-debounce', false],
  [
    'a name of Object',
    'constructor:debounce __proto__:x is:toString',
    true,
    'There is no operator "constructor:"',
  ],
  ['markup', '<script>debounce</script>', true],
  ['nothing but zeros', '\0\0debounce', true],
];

test.each(BAD.map(([name, query, finds, said]) => ({ name, query, finds, said })))(
  '$name: answered, and what was not understood is said',
  async ({ query, finds, said }) => {
    const vault = await filled();
    const { hits, tokens } = await vault.search({ query, timeZone: 'Europe/Berlin' });
    expect(hits.some(({ row }) => row.preview.includes('debounce'))).toBe(finds);
    const problems = tokens.map(({ problem }) => problem?.text ?? '').join(' ');
    if (said === undefined) expect(problems.trim()).toBe('');
    else expect(problems).toContain(said);
    for (const { span } of tokens) {
      expect(span[0]).toBeGreaterThanOrEqual(0);
      expect(span[1]).toBeLessThanOrEqual(query.length);
    }
  },
);

test('memories like one are found, itself left out, and other filters are kept', async () => {
  const vault = await filled();
  const [hit] = (await vault.search({ query: 'kitchen bell' })).hits;
  const seq = hit?.row.seq ?? 0;
  const like = await vault.search({ query: `like:${seq}` });
  expect(like.hits[0]?.row.preview).toContain('timer');
  expect(like.hits.map(({ row }) => row.seq)).not.toContain(seq);
  const mine = await vault.search({ query: `like:${seq} role:user` });
  expect(mine.hits.map(({ row }) => row.role)).toEqual(mine.hits.map(() => 'user'));
  expect((await vault.search({ query: 'like:99999' })).hits).toEqual([]);
});

test('hits of one conversation beyond three make room for others when asked', async () => {
  const vault = Vault.open({ places: new MemoryPlaces() });
  const turns = [
    'Saffron dough: knead the buns for ten minutes.',
    'How warm must the saffron dough be before baking?',
    'My saffron dough smells of honey, is that right?',
    'Put the saffron dough into the fridge over night.',
    'Yesterday the saffron dough was too wet for braiding.',
    'Raisins go into the saffron dough at the very end.',
  ].map((text, at) => turn(`${at}`, 'user', text));
  await vault.append(observation('baking', turns), SENDER);
  await vault.append(observation('other', [turn('1', 'user', 'Is saffron expensive?')]), SENDER);
  const placeOf = async (grouped: boolean) =>
    (await vault.search({ query: 'saffron dough', grouped })).hits.findIndex(({ row }) =>
      row.conversationKey.endsWith('other'),
    );
  expect(await placeOf(true)).toBe(3);
  expect(await placeOf(false)).toBeGreaterThan(3);
});
