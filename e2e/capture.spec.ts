import { expect, RENDERERS, test } from './fixtures.ts';

/** Words of our own that occur in one exchange only, in the question and in the answer. */
const SCRIPT = ['quillfern', 'marrowbell', 'tidewicker', 'ostlerine', 'brambleford'];

const SECOND = 1_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

for (const { site, renderer } of RENDERERS) {
  test(`${site} ${renderer}: every turn is in the popup within a second of its last word`, async ({
    recollect,
  }) => {
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    const waits: number[] = [];
    for (const word of SCRIPT) {
      await chat.say(`think: Keep it short. | say: The ${word} stands **north** of the mill.`);
      const answered = Date.now();
      await expect.poll(() => popup.count(word), { intervals: [50] }).toBe(2);
      waits.push(Date.now() - answered);
    }
    test.info().annotations.push({ type: 'milliseconds until found', description: waits.join(', ') });
    expect(median(waits)).toBeLessThan(SECOND);
    const manager = await recollect.manager();
    await expect.poll(() => manager.total()).toBe(2 * SCRIPT.length);
  });

  test(`${site} ${renderer}: code, tables and lists are found, reasoning is not`, async ({ recollect }) => {
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    await chat.say('Show me a typed debounce');
    await chat.say('How should I set up a backup of the harbour books?');
    await chat.say('think: The heron hides here. | say: A plain kettle.');
    await expect.poll(() => popup.count('kettle')).toBe(2);
    await expect.poll(() => popup.count('clearTimeout')).toBe(1);
    await expect.poll(() => popup.count('nightly')).toBe(1);
    // The person's own question holds the word; the answer's reasoning does too and is left out.
    await expect.poll(() => popup.count('heron')).toBe(1);
  });

  test(`${site} ${renderer}: a reload in the middle of an answer loses and doubles nothing`, async ({
    recollect,
    replica,
  }) => {
    replica.control({ chunkDelayMs: 60, chunkSize: 8 });
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    await chat.send(
      `say: Gullbrook begins. ${'The path goes on along the dike. '.repeat(8)}Gullbrook ends at sorrelgate.`,
    );
    const answer = () => replica.state.conversations.list(site)[0]?.messages.at(1)?.text;
    await expect.poll(answer).toMatch(/Gullbrook begins\. The path/);
    await chat.page.reload();
    await chat.ready();
    await expect.poll(() => popup.count('sorrelgate'), { timeout: 20_000 }).toBe(2);
    const manager = await recollect.manager();
    await expect.poll(() => manager.total()).toBe(2);
  });

  test(`${site} ${renderer}: regenerated and edited branches are each kept once`, async ({ recollect }) => {
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    await chat.say('say: The first larchwick.');
    await expect.poll(() => popup.count('larchwick')).toBe(2);
    await chat.again();
    // The new version carries its number and stands beside the first.
    await expect.poll(() => popup.count('larchwick')).toBe(3);
    await chat.edit('say: The second thornmere.');
    await expect.poll(() => popup.count('thornmere')).toBe(2);
    await expect.poll(() => popup.count('larchwick')).toBe(3);
  });

  test(`${site} ${renderer}: a temporary chat is left alone`, async ({ recollect }) => {
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    await chat.temporaryChat();
    await chat.say('say: A hidden pearfold.');
    await chat.newChat();
    await chat.say('say: An open plumfold.');
    await expect.poll(() => popup.count('plumfold')).toBe(2);
    expect(await popup.count('pearfold')).toBe(0);
    const manager = await recollect.manager();
    await expect.poll(() => manager.total()).toBe(2);
  });

  test(`${site} ${renderer}: moving between chats puts each turn into its own conversation`, async ({
    recollect,
  }) => {
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    await chat.say('say: The dovecote of aldermoor.');
    await chat.openListed('A slow query');
    await chat.say('say: The index of birchmoor.');
    await chat.openListed('Raised beds');
    await chat.say('say: The beans of cedarmoor.');
    await expect.poll(() => popup.count('birchmoor')).toBe(2);
    expect(new Set(await popup.titles())).toEqual(new Set(['A slow query']));
    await expect.poll(() => popup.count('cedarmoor')).toBe(2);
    expect(new Set(await popup.titles())).toEqual(new Set(['Raised beds']));
    await expect.poll(() => popup.count('aldermoor')).toBe(2);
    await expect.poll(() => popup.count('dovecote')).toBe(2);
  });
}
