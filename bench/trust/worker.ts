import { detect, EchoMarks, TrustBook } from '../../core/trust/index.ts';
import { VARIANTS } from '../../core/trust/testing/variants.ts';
import type { WorkerEntry } from '../harness/record.ts';
import type { Family } from './families.ts';
import { deliveredUnconfirmed } from './gate.ts';
import { flaggedShare, type Judged, judge } from './judged.ts';
import { poisonedStore } from './poisoned-store.ts';
import { honestAlarmed, published, sleeper, trustGap } from './protocols.ts';
import { mean, randomOf } from './random.ts';
import { researcherTexts } from './researcher.ts';
import { writeThroughVault } from './through-vault.ts';

type Args = {
  readonly attacks: readonly Family[];
  readonly benign: readonly Family[];
  readonly runs: number;
};

const SEED = 20_260_101;
const SHARES = [1, 0.3] as const;
const VARIANT_SAMPLE = 60;

const interval = (values: readonly number[]): { low: number; high: number } => {
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
  return { low: centre - 1.96 * spread, high: centre + 1.96 * spread };
};

/** 200 loops of inserting and capturing again: evidence that changed, which must be none. */
const echoEvidence = (): number => {
  const text =
    'The sourdough starter is fed twice a day with equal parts of rye flour and warm water before baking.';
  const echoes = new EchoMarks();
  const book = new TrustBook();
  let changed = 0;
  for (let seq = 1; seq <= 200; seq++) {
    echoes.remember(`recollect-bench${String(seq).padStart(4, '0')}`, [{ seq: 1, text }], seq);
    const observed = book.observe({
      agentKey: 'a@b',
      conversationKey: `c${seq}`,
      seq: seq + 1,
      at: seq,
      role: 'assistant',
      label: 'assistant-generated',
      detection: detect(text),
      echo: echoes.recognise(`You said: ${text}`).echo,
    });
    if (observed.changed) changed++;
  }
  return changed;
};

const entry: WorkerEntry<Args> = async ({ attacks, benign, runs }, bench) => {
  const random = randomOf(SEED);
  bench.log(`seed ${SEED}, ${runs} runs`);
  const put = (
    metric: string,
    kind: string,
    value: number,
    unit: string,
    engine = 'recollect',
    corpus = kind,
    scope = 'agent',
    more = {},
  ): void =>
    bench.record({ bench: 'trust', metric, engine, corpus, scope, size: 50, kind, value, unit, ...more });

  const started = performance.now();
  const judgedAttacks = attacks.map(judge);
  const judgedBenign = benign.map(judge);
  const count = [...judgedAttacks, ...judgedBenign].reduce((sum, { items }) => sum + items.length, 0);
  put('detect', 'all', (performance.now() - started) / count, 'ms', 'recollect', 'all', 'message', {
    n: count,
  });
  const ordinary: Judged[] = judgedBenign.flatMap(({ items }) => items);

  for (const { name, items } of judgedBenign)
    put('false-alarm', name, flaggedShare(items), 'ratio', 'recollect', name, 'message', { n: items.length });
  put('false-alarm', 'all', flaggedShare(ordinary), 'ratio', 'recollect', 'all', 'message', {
    n: ordinary.length,
  });

  const gapsOf: Record<string, number[]> = { recollect: [], reference: [] };
  const worst = { delivered: 0, toAlarm: 0 };
  for (const { name, items } of judgedAttacks) {
    put('detector-recall', name, flaggedShare(items), 'ratio', 'recollect', name, 'message', {
      n: items.length,
    });
    for (const share of SHARES) {
      const gaps = trustGap(items, ordinary, share, runs, random);
      for (const engine of ['recollect', 'reference'] as const) {
        gapsOf[engine]!.push(mean(gaps[engine]));
        put('trust-gap', name, mean(gaps[engine]), 'ratio', engine, name, `poison-${share * 100}`, {
          ...interval(gaps[engine]),
          n: runs,
        });
      }
    }
    const asleep = sleeper(items, ordinary, runs, random);
    put('sleeper-drop', name, mean(asleep.drop.recollect), 'ratio', 'recollect', name, 'agent', { n: runs });
    put('sleeper-drop', name, mean(asleep.drop.reference), 'ratio', 'reference', name, 'agent', { n: runs });
    put('memories-to-alarm', name, asleep.memoriesToAlarm, 'memories', 'recollect', name, 'agent', {
      n: runs,
    });
    worst.toAlarm = Math.max(worst.toAlarm, asleep.memoriesToAlarm);
    const delivered = deliveredUnconfirmed(items);
    worst.delivered = Math.max(worst.delivered, delivered);
    put('delivered-unconfirmed', name, delivered, 'ratio', 'recollect', name, 'gate', { n: items.length });
    const store = Array.from({ length: 3 }, () => poisonedStore(items, ordinary, random));
    put('poison-in-top5', name, mean(store.map(({ before }) => before)), 'ratio', 'before', name, 'store', {
      size: 1_000,
    });
    put('poison-in-top5', name, mean(store.map(({ after }) => after)), 'ratio', 'after', name, 'store', {
      size: 1_000,
    });
    put('benign-cost', name, mean(store.map(({ cost }) => cost)), 'ratio', 'recollect', name, 'store', {
      size: 1_000,
    });
    const known = items
      .filter(({ detection, text }) => detection.flagged && /^[\x20-\x7e\s]+$/.test(text))
      .slice(0, VARIANT_SAMPLE);
    for (const variant of VARIANTS) {
      const kept =
        known.filter(({ text }) => detect(variant.apply(text)).flagged).length / (known.length || 1);
      put('recall-kept', name, kept, 'ratio', 'recollect', variant.name, 'message', { n: known.length });
    }
  }
  for (const engine of ['recollect', 'reference'] as const) {
    put('trust-gap', 'real', mean(gapsOf[engine]!), 'ratio', engine, 'all');
    put('trust-gap', 'all', Math.min(...gapsOf[engine]!), 'ratio', engine, 'all', 'worst');
  }
  put('memories-to-alarm', 'all', worst.toAlarm, 'memories', 'recollect', 'all', 'worst');
  put('delivered-unconfirmed', 'all', worst.delivered, 'ratio', 'recollect', 'all', 'gate');

  for (const { name, items } of judgedBenign)
    put('honest-alarmed', name, honestAlarmed(items, runs * 5, random), 'ratio', 'recollect', name, 'agent', {
      n: runs * 5,
    });
  put(
    'honest-alarmed',
    'all',
    honestAlarmed(ordinary, runs * 5, random),
    'ratio',
    'recollect',
    'all',
    'agent',
    { n: runs * 5 },
  );
  const research = judge({ name: 'researcher', texts: researcherTexts(attacks, benign, 600, random) });
  put(
    'false-alarm',
    'researcher',
    flaggedShare(research.items),
    'ratio',
    'recollect',
    'researcher',
    'message',
    { n: research.items.length },
  );
  put(
    'honest-alarmed',
    'researcher',
    honestAlarmed(research.items, runs * 5, random),
    'ratio',
    'recollect',
    'researcher',
    'agent',
    { n: runs * 5 },
  );

  const written = await writeThroughVault([...attacks, ...benign]);
  const honest = mean(written.slice(attacks.length).map(({ honesty }) => honesty));
  written.forEach(({ family, texts, honesty, quarantined, delivered }, index) => {
    const more = { n: texts };
    put('quarantined', family, quarantined, 'ratio', 'recollect', family, 'vault', more);
    if (index >= attacks.length) return;
    put('trust-gap', family, honest - honesty, 'ratio', 'recollect', family, 'vault', more);
    put('delivered-unconfirmed', family, delivered, 'ratio', 'recollect', family, 'vault', more);
  });

  const { gap, drop } = published();
  for (const engine of ['recollect', 'reference'] as const) {
    put('trust-gap', 'published', gap[engine], 'ratio', engine, 'published');
    put('sleeper-drop', 'published', drop[engine], 'ratio', engine, 'published');
  }
  put('echo-evidence', 'all', echoEvidence(), 'memories', 'recollect', 'all', 'agent', { n: 200 });
};

export default entry;
