import { describe, expect, it, vi } from 'vitest';
import { AuditStore } from '../store/audit-store.ts';
import { BehaviourStore } from '../store/behaviour-store.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const filled = async (now: () => number = Date.now) => {
  const places = new MemoryPlaces();
  const vault = Vault.open({ places, now });
  for (const conversation of ['a', 'b', 'c']) {
    await vault.append(
      observation(conversation, [
        turn('1', 'user', `question of ${conversation}`),
        turn('2', 'assistant', `answer of ${conversation}`, {
          model: conversation === 'c' ? 'other' : 'usual',
        }),
      ]),
      SENDER,
    );
  }
  return { vault, places };
};

/** Conversations among the hits: a turn is also found through the words of its neighbours. */
const found = async (vault: Vault, query: string) =>
  [...new Set((await vault.search({ query })).hits.map(({ row }) => row.conversationKey.slice(-1)))]
    .sort()
    .join('');

const total = async (vault: Vault) => (await vault.list({}, 0, 1)).total;

describe('erasing', () => {
  it('hides at once, comes back by undo, and is gone for good when physical', async () => {
    const { vault, places } = await filled();
    const scope = { kind: 'conversation', key: 'default/chatgpt:b' } as const;
    expect(await vault.previewErase(scope)).toMatchObject({ memories: 2, conversations: 1 });
    const first = await vault.erase(scope);
    expect([await total(vault), await found(vault, 'question')]).toEqual([4, 'ac']);
    await vault.undo(first.token);
    expect([await total(vault), await found(vault, 'question')]).toEqual([6, 'abc']);
    await vault.erase(scope);
    const receipt = await vault.completeErase();
    expect(receipt).toMatchObject({ ok: true, value: { memories: 2, conversations: 1, state: 'done' } });
    expect(await total(vault)).toBe(4);
    expect((await places.list()).filter((name) => name.startsWith('memory-'))).toEqual(['memory-2']);
  });

  it('takes whatever holds certain words, however they are spaced or written, and titles too', async () => {
    const vault = Vault.open({ places: new MemoryPlaces() });
    const say = (id: string, title: string, ...words: string[]) =>
      vault.append(
        observation(
          id,
          words.map((text, at) => turn(String(at), at % 2 === 0 ? 'user' : 'assistant', text)),
          { title },
        ),
        SENDER,
      );
    await say('a', 'Plans', 'Tell Ada  LOVELACE\nabout it', 'I cannot tell anyone.');
    await say('b', 'For Ada Lovelace', 'A letter, please.', 'Dear friend.');
    await say('c', 'Others', 'Ada is a language.', 'Lovelace is a name.');
    const scope = { kind: 'words', words: ' ada lovelace ' } as const;
    expect(await vault.previewErase(scope)).toMatchObject({ memories: 3, conversations: 1 });
    await vault.erase(scope);
    expect(await vault.completeErase()).toMatchObject({ ok: true, value: { scope: 'words', memories: 3 } });
    const { rows } = await vault.list({}, 0, 10);
    expect(rows.map(({ preview }) => preview).sort()).toEqual([
      'Ada is a language.',
      'I cannot tell anyone.',
      'Lovelace is a name.',
    ]);
    expect(await vault.previewErase({ kind: 'words', words: '  ' })).toMatchObject({ memories: 0 });
  });

  it('keeps an erased turn away when its page is seen again', async () => {
    const { vault } = await filled();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    await vault.completeErase();
    const again = await vault.append(
      observation('a', [turn('1', 'user', 'question of a'), turn('3', 'user', 'something new')]),
      SENDER,
    );
    expect(again.changed).toBe(1);
    expect(
      (await vault.search({ query: 'question of a' })).hits.map(({ row }) => row.conversationKey),
    ).not.toContain('default/chatgpt:a');
  });

  it('finds the survivors after a partial erase, also after opening again', async () => {
    const { vault, places } = await filled();
    await vault.erase({ kind: 'agent', agentId: 'chatgpt/other' });
    await vault.completeErase();
    const second = Vault.open({ places });
    for (const open of [vault, second]) {
      expect(await total(open)).toBe(5);
      const previews = (await open.search({ query: 'answer' })).hits.map(({ row }) => row.preview);
      expect(previews).toEqual(expect.arrayContaining(['answer of a', 'answer of b']));
      expect(previews).not.toContain('answer of c');
    }
  });

  it('erases everything but settings, receipts and hashes', async () => {
    const { vault, places } = await filled();
    await vault.changeSettings({ theme: 'dark' });
    const receipt = await vault.eraseEverything();
    expect(receipt).toMatchObject({ ok: true, value: { scope: 'everything', memories: 6 } });
    expect(await total(vault)).toBe(0);
    expect((await vault.search({ query: 'question' })).hits).toEqual([]);
    const second = Vault.open({ places });
    expect(await total(second)).toBe(0);
    expect((await second.settings()).theme).toBe('dark');
    expect((await vault.append(observation('a', [turn('1', 'user', 'question of a')]), SENDER)).changed).toBe(
      0,
    );
  });

  it('stays in its undo window when another erase becomes physical', async () => {
    let now = 1_700_000_000_000;
    const places = new MemoryPlaces();
    const vault = Vault.open({ places, now: () => now });
    await vault.append(observation('a', [turn('1', 'user', 'first')]), SENDER);
    await vault.append(observation('b', [turn('1', 'user', 'second')]), SENDER);
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    now += 1_000;
    expect((await vault.status()).pendingErase?.count).toBe(1);
    const second = Vault.open({ places, now: () => now });
    expect(await total(second)).toBe(1);
  });
});

describe('an undo of an erase', () => {
  it('is known to every page that asks, and is good after the browser was opened again', async () => {
    let clock = Date.now();
    const now = () => clock;
    const { vault, places } = await filled(now);
    const first = await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    clock += 1;
    const second = await vault.erase({ kind: 'conversation', key: 'default/chatgpt:b' });
    const again = Vault.open({ places, now });
    expect(await total(again)).toBe(2);
    expect((await again.status()).pendingErase).toEqual({
      count: 4,
      physicalAt: first.until,
      waiting: [
        { ...first, scope: 'conversation' },
        { ...second, scope: 'conversation' },
      ],
    });
    expect(await again.undo(first.token)).toEqual({ ok: true, value: 2 });
    expect(await found(again, 'question')).toBe('ac');
    expect((await again.status()).pendingErase?.waiting.map(({ token }) => token)).toEqual([second.token]);
    expect(await Vault.open({ places }).list({}, 0, 1)).toMatchObject({ total: 4 });
  });

  it('comes too late once it was physical', async () => {
    const { vault } = await filled();
    const { token } = await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    await vault.completeErase();
    expect(await vault.undo(token)).toMatchObject({ ok: false, error: { code: 'undo/too-late' } });
    expect(await total(vault)).toBe(4);
  });
});

describe('receipts', () => {
  it('verify, and notice a change or a cut tail', async () => {
    const { vault, places } = await filled();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    await vault.completeErase();
    await vault.eraseEverything();
    expect(await vault.receipts()).toHaveLength(2);
    const audit = await AuditStore.open(places);
    expect(await audit.verify()).toBe(true);
    const request = (await places.open('audit')).indexedDB.open('audit');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction('receipts', 'readwrite');
    transaction.objectStore('receipts').delete(2);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    expect(await audit.verify()).toBe(false);
  });
});

describe('a browser killed once an erase is physical', () => {
  const never = () => new Promise<never>(() => undefined);
  const partly = async (vault: Vault) => {
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    void vault.completeErase();
  };
  const everything = async (vault: Vault) => void vault.eraseEverything();
  const behaviour = async (vault: Vault) => {
    await vault.erase({ kind: 'behaviour' });
    void vault.completeErase();
  };
  const acts = [
    ['a conversation', partly, { scope: 'conversation', memories: 2, conversations: 1 }],
    ['everything', everything, { scope: 'everything', memories: 6, conversations: 3 }],
    ['behaviour', behaviour, { scope: 'behaviour', memories: 0, conversations: 0 }],
  ] as const;

  const openAgain = async (places: MemoryPlaces) => {
    const again = Vault.open({ places });
    const receipts = await again.receipts();
    expect(await (await AuditStore.open(places)).verify()).toBe(true);
    return { again, receipts };
  };

  it.each(acts)('writes the receipt on its next opening: %s', async (_, act, receipt) => {
    const { vault, places } = await filled();
    const killed = vi.spyOn(AuditStore.prototype, 'addOnce').mockImplementation(never);
    await act(vault);
    await vi.waitFor(() => expect(killed).toHaveBeenCalled());
    killed.mockRestore();
    expect((await openAgain(places)).receipts).toEqual([expect.objectContaining(receipt)]);
    expect((await openAgain(places)).receipts).toHaveLength(1);
  });

  it.each(acts)('has one receipt when it was already written: %s', async (_, act, receipt) => {
    const { vault, places } = await filled();
    const settled = vi.spyOn(MemoryStore.prototype, 'setFact').mockImplementation(async function (
      this: MemoryStore,
      name,
      value,
    ) {
      if (name === 'owed-receipts' && (value as unknown[]).length === 0) return never();
      await this.database.facts.put({ name, value });
    });
    const listed = async () => (await AuditStore.open(places)).list();
    await act(vault);
    await vi.waitFor(async () => expect(await listed()).toHaveLength(1));
    settled.mockRestore();
    expect((await openAgain(places)).receipts).toEqual([expect.objectContaining(receipt)]);
  });

  it('forgets what was learned together with everything', async () => {
    const { vault, places } = await filled();
    await vault.changeSettings({ learning: true });
    const { impression, hits } = await vault.search({ query: 'question' });
    await vault.signal(impression ?? '', hits[0]?.row.seq ?? 0, 'open');
    const shown = async (open: Vault) => (await open.learning()).signals;
    expect(await shown(vault)).toBe(1);
    const killed = vi.spyOn(BehaviourStore.prototype, 'erase').mockImplementation(never);
    void vault.eraseEverything();
    await vi.waitFor(() => expect(killed).toHaveBeenCalled());
    killed.mockRestore();
    const { again } = await openAgain(places);
    expect(await shown(again)).toBe(0);
  });
});
