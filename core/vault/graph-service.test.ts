import { describe, expect, it, vi } from 'vitest';
import { fixtureDocuments } from '../graph/fixture.ts';
import { analystPort } from '../testing/analysts.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';
import type { AnalystPort } from './analyst-line.ts';

/** Nine conversations on bread, databases and hiking, three each; each says its eight turns `rounds` times. */
const filled = async (places = new MemoryPlaces(), rounds = 1) => {
  const vault = Vault.open({ places });
  for (let conversation = 0; conversation < 9; conversation++) {
    const turns = fixtureDocuments()
      .filter((document) => document.conversation === conversation)
      .flatMap(({ order, text }) =>
        Array.from({ length: rounds }, (_, round) =>
          turn(`${order}-${round}`, order % 2 ? 'assistant' : 'user', `${text}${' Again.'.repeat(round)}`),
        ),
      );
    await vault.append(observation(`c${conversation}`, turns), SENDER);
  }
  return { vault, places };
};

const withTopics = async () => {
  const { vault, places } = await filled();
  const analyst = analystPort();
  await vault.attachAnalyst(analyst.port);
  expect(await vault.rebuildGraph()).toMatchObject({ ok: true });
  return { vault, places, analyst };
};

const coarse = async (vault: Vault) => (await vault.topics()).filter(({ level }) => level === 0);

const seqsIn = async (vault: Vault, topicId: string) =>
  (await vault.topicMemories(topicId, 0, 1_000)).rows.map(({ seq }) => seq);

describe('topics of a vault', () => {
  it('are named by what was said and hold their memories', async () => {
    const { vault } = await withTopics();
    const topics = await coarse(vault);
    expect(topics.length).toBeGreaterThanOrEqual(2);
    for (const { name, summary } of topics) {
      expect(name).not.toMatch(/cluster|^\s*$/i);
      expect(summary).toMatch(/\d+ memories/);
    }
    const [first] = topics;
    const { rows, total } = await vault.topicMemories(first!.id, 0, 100);
    expect([rows.length, total]).toEqual([first!.size, first!.size]);
  });

  it('keep the person’s names, merges and hides over a new run and a restart', async () => {
    const { vault, places, analyst } = await withTopics();
    const [a, b, c] = await coarse(vault);
    await vault.renameTopic(a!.id, 'Bread');
    await vault.hideTopic(c!.id, true);
    await vault.mergeTopics([a!.id, b!.id]);
    expect(await vault.rebuildGraph()).toMatchObject({ ok: true });
    const holds = async (opened: Vault) => {
      const topics = await coarse(opened);
      expect(topics.find(({ id }) => id === a!.id)).toMatchObject({ name: 'Bread', renamed: true });
      expect(topics.find(({ id }) => id === c!.id)).toMatchObject({ hidden: true });
      expect(topics.some(({ id }) => id === b!.id)).toBe(false);
    };
    await holds(vault);
    analyst.kill();
    const again = Vault.open({ places });
    await holds(again);
    await again.attachAnalyst(analystPort().port);
    expect(await again.rebuildGraph()).toMatchObject({ ok: true });
    await holds(again);
  });

  it('keep what the person changed while a run was under way', async () => {
    const { vault } = await withTopics();
    const [a] = await coarse(vault);
    const running = vault.rebuildGraph();
    await vault.renameTopic(a!.id, 'Bread');
    expect(await running).toMatchObject({ ok: true });
    expect((await coarse(vault)).find(({ id }) => id === a!.id)).toMatchObject({ name: 'Bread' });
  });

  it('take a new memory in with its edges, without a new run', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { vault, analyst } = await withTopics();
    const before = (await vault.graphStatus()).memories;
    const said = 'My rye sourdough starter needs warm water before the bulk fermentation.';
    await vault.append(observation('new', [turn('1', 'user', said)]), SENDER);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await vault.graphStatus()).memories).toBe(before + 1));
    const { rows } = await vault.list({}, 0, 1);
    expect(rows[0]?.preview).toBe(said);
    const related = await vault.related(rows[0]!.seq, 5);
    expect(related.flatMap(({ why }) => why).join(' ')).toMatch(/sourdough/i);
    expect((await vault.graphView({ around: rows[0]!.seq })).edges.length).toBeGreaterThan(0);
    expect(analyst.calls.filter((name) => name === 'build')).toHaveLength(1);
  });

  it('take in what was captured while no analyst was there', async () => {
    const { vault, analyst } = await withTopics();
    const before = (await vault.graphStatus()).memories;
    analyst.kill();
    await vault.append(observation('new', [turn('1', 'user', 'A heavy tent on the hiking trail.')]), SENDER);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await vault.attachAnalyst(analystPort().port);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await vault.graphStatus()).memories).toBe(before + 1));
  });
});

describe('memories that joined topics', () => {
  /** One memory that joined the topics made before, and is not written with them yet. */
  const joined = async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const made = await filled(undefined, 4);
    const analyst = analystPort();
    await made.vault.attachAnalyst(analyst.port);
    await made.vault.rebuildGraph();
    const before = (await made.vault.graphStatus()).memories;
    await made.vault.append(observation('new', [turn('1', 'user', 'A heavy tent on the trail.')]), SENDER);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await made.vault.graphStatus()).memories).toBe(before + 1));
    expect(analyst.calls).not.toContain('snapshot');
    return { ...made, analyst, before };
  };

  const joins = async (vault: Vault, port: AnalystPort, memories: number) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await vault.attachAnalyst(port);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await vault.graphStatus()).memories).toBe(memories));
  };

  it('join again after a restart that came before they were written', async () => {
    const { places, analyst, before } = await joined();
    analyst.kill();
    const again = Vault.open({ places });
    expect((await again.graphStatus()).memories).toBe(before);
    await joins(again, analystPort().port, before + 1);
  });

  it('are shown again when their analyst outlived the vault', async () => {
    const { places, analyst, before } = await joined();
    await joins(Vault.open({ places }), analyst.port, before + 1);
  });

  it('leave the topics whole when one of them is erased', async () => {
    const { vault, before } = await joined();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:new' });
    expect(await vault.completeErase()).toMatchObject({ ok: true });
    expect(await vault.graphStatus()).toMatchObject({ state: 'ready', memories: before });
  });

  it('leave the topics whole when one of them is erased after its analyst went away', async () => {
    const { vault, analyst, before } = await joined();
    analyst.kill();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:new' });
    expect(await vault.completeErase()).toMatchObject({ ok: true });
    expect(await vault.graphStatus()).toMatchObject({ state: 'ready', memories: before });
  });
});

describe('a page that has just opened', () => {
  it('is answered although its analyst comes after its first question', async () => {
    const { places, analyst } = await withTopics();
    analyst.kill();
    const vault = Vault.open({ places });
    const view = vault.graphView({});
    const digest = vault.digest({ kind: 'conversation', key: 'default/chatgpt:c1' });
    await vault.attachAnalyst(analystPort().port);
    expect((await view).nodes).toHaveLength(72);
    expect((await digest).coverage).toMatchObject({ conversations: 1, ofConversations: 1 });
  });
});

describe('what the topics must not show', () => {
  it('shows an erased memory nowhere from the moment of its erase, and forgets its words', async () => {
    const { vault } = await withTopics();
    const said = 'The zanzibarite recipe for sourdough is a secret, zanzibarite zanzibarite.';
    await vault.append(
      observation('secret', [turn('1', 'user', said), turn('2', 'assistant', said)]),
      SENDER,
    );
    await vault.rebuildGraph();
    const scope = { kind: 'conversation', key: 'default/chatgpt:secret' } as const;
    const { rows } = await vault.list({ conversationKeys: [scope.key] }, 0, 10);
    const seqs = rows.map(({ seq }) => seq);
    const sizes = (await coarse(vault)).reduce((sum, { size }) => sum + size, 0);
    await vault.erase(scope);
    expect((await coarse(vault)).reduce((sum, { size }) => sum + size, 0)).toBe(sizes - 2);
    for (const view of [await vault.graphView({}), await vault.graphView({ around: rows[0]!.seq })]) {
      expect(view.nodes.filter(({ seq }) => seq !== undefined && seqs.includes(seq))).toEqual([]);
      const ids = new Set(view.nodes.map(({ id }) => id));
      for (const { source, target } of view.edges)
        expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
    }
    await vault.completeErase();
    const told = JSON.stringify([await vault.topics(), await vault.graphView({})]);
    expect(told).not.toContain('zanzibarite');
    expect((await vault.graphStatus()).memories).toBe(72);
  });

  it('leaves out a memory that is erased while a run is under way', async () => {
    const { vault } = await filled();
    const key = 'default/chatgpt:c0';
    let erased: Promise<unknown> | undefined;
    const { port } = analystPort((name) => {
      if (name === 'build')
        erased ??= vault.erase({ kind: 'conversation', key }).then(() => vault.completeErase());
    });
    await vault.attachAnalyst(port);
    await vault.rebuildGraph();
    await erased;
    await vi.waitFor(async () => expect((await vault.graphStatus()).memories).toBe(64));
  });

  it('lets a quarantined memory make no edge, also when it is quarantined later', async () => {
    const { vault } = await withTopics();
    const [topic] = await coarse(vault);
    const [seq] = await seqsIn(vault, topic!.id);
    await vault.quarantine([seq!]);
    expect(await seqsIn(vault, topic!.id)).not.toContain(seq);
    const view = await vault.graphView({});
    expect(view.nodes.some((node) => node.seq === seq)).toBe(false);
    await vault.rebuildGraph();
    expect((await vault.graphStatus()).memories).toBe(71);
  });
});

describe('a run that is interrupted', () => {
  it('is cancelled at once and keeps the topics there were', async () => {
    const { vault } = await filled();
    let builds = 0;
    const { port } = analystPort((name) => {
      if (name === 'build' && ++builds === 2) void vault.cancelGraph();
    });
    await vault.attachAnalyst(port);
    await vault.rebuildGraph();
    const before = await vault.topics();
    const running = vault.rebuildGraph();
    expect(await running).toMatchObject({ ok: false, error: { code: 'graph/cancelled' } });
    expect((await vault.graphStatus()).state).toBe('ready');
    expect(await vault.topics()).toEqual(before);
  });

  it('goes on from its last complete stage when the analyst is killed, and the caller is answered', async () => {
    const { vault } = await filled();
    const first = analystPort((name, kill) => {
      if (name === 'build/checkpoint') kill();
    });
    await vault.attachAnalyst(first.port);
    const running = vault.rebuildGraph();
    await first.port.closed;
    expect((await vault.graphStatus()).state).toBe('building');
    const second = analystPort();
    await vault.attachAnalyst(second.port);
    expect(await running).toMatchObject({ ok: true });
    expect(second.calls).toContain('build');
    expect(second.calls).not.toContain('add');
    expect((await vault.graphStatus()).memories).toBe(72);
  });

  it('goes on after a restart of the vault', async () => {
    const { vault, places } = await filled();
    const first = analystPort((name, kill) => {
      if (name === 'build') kill();
    });
    await vault.attachAnalyst(first.port);
    void vault.rebuildGraph();
    await first.port.closed;
    const again = Vault.open({ places });
    expect((await again.graphStatus()).state).toBe('building');
    await again.attachAnalyst(analystPort().port);
    await vi.waitFor(async () => expect((await again.graphStatus()).state).toBe('ready'));
    expect((await again.graphStatus()).memories).toBe(72);
  });

  it('never holds up an erase when the analyst dies in the middle of it', async () => {
    const { vault } = await filled();
    const { port } = analystPort((name, kill) => {
      if (name === 'remove') kill();
    });
    await vault.attachAnalyst(port);
    await vault.rebuildGraph();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:c0' });
    expect(await vault.completeErase()).toMatchObject({ ok: true });
    expect((await vault.graphStatus()).state).toBe('none');
  });
});

describe('a run that waits for an analyst', () => {
  it('is being made, and is given up when it is cancelled', async () => {
    const vault = Vault.open({ places: new MemoryPlaces() });
    const asked = vault.rebuildGraph();
    await expect.poll(async () => (await vault.graphStatus()).state).toBe('building');
    await vault.cancelGraph();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'graph/cancelled' } });
    expect((await vault.graphStatus()).state).toBe('none');
  });
});
