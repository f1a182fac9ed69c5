import type { Memory } from '../../core/model/memory.ts';

const TOPICS = [
  [
    'Sourdough in a cold kitchen',
    'How long should the dough rest at 17 °C?',
    'At **17 °C** bulk fermentation takes about nine hours. Watch the dough, not the clock:\n\n1. It has risen by half\n2. The edge is domed\n3. Bubbles show at the side',
  ],
  [
    'Bike trip along the Elbe',
    'Plan four days from Dresden to Magdeburg, 60 km a day',
    '| Day | From | To | km |\n|---|---|---|---|\n| 1 | Dresden | Riesa | 52 |\n| 2 | Riesa | Torgau | 58 |\n| 3 | Torgau | Wittenberg | 67 |',
  ],
  [
    'Slow query on orders',
    'Why does this query ignore the index on created_at?',
    "The planner estimates too many rows. Try:\n\n```sql\nANALYZE orders;\nCREATE INDEX CONCURRENTLY orders_recent\n  ON orders (created_at DESC) WHERE state = 'open';\n```\n\nThen compare with `EXPLAIN (ANALYZE, BUFFERS)`.",
  ],
  [
    'Letter to the landlord',
    'Write a polite letter: the heating has been out for six days',
    'Dear Ms Berger,\n\nsince Tuesday last week the heating in our flat has not worked. Please let us know when it will be repaired.',
  ],
  [
    'Sampling without replacement',
    'Explain reservoir sampling as if I had never heard of it',
    'Keep the first *k* items. For item number *i* after that, keep it with probability *k/i* and drop one of the kept at random. Every item ends up kept equally often; see [the original paper](https://example.org/reservoir).',
  ],
  [
    'Names for a reading club',
    'Ten names for a reading club that meets in a tram depot',
    '- Last Stop, First Page\n- The Quiet Carriage\n- Terminus Readers\n- Line 7 Letters',
  ],
  [
    'Retry with backoff in Rust',
    'How do I cap exponential backoff and add jitter?',
    '```rust\nlet capped = base.saturating_mul(2u64.pow(attempt)).min(MAX);\nlet wait = rng.gen_range(0..=capped);\n```\nFull jitter spreads clients best.',
  ],
] as const;
const AGENTS = ['chatgpt/gpt-5', 'claude/opus-4', 'chatgpt/o4-mini', 'claude/sonnet-4'] as const;
const PROJECTS = ['House', 'Backend', undefined] as const;
const TAGS = [['recipe'], ['travel', 'summer'], ['work'], [], [], ['idea'], []] as const;
const LABELS = [
  'assistant-generated',
  'web-derived',
  'assistant-generated',
  'quarantined',
  'imported',
] as const;
const TURNS = 6;
const MINUTE = 60_000;

export type FakeMemory = Memory & { readonly title: string; readonly project: string | undefined };

/** Deterministic memories of our own words, newest last, one every 37 minutes up to `now`. */
export const fakeMemories = (size: number, now: number): FakeMemory[] =>
  Array.from({ length: size }, (_, index) => {
    const chat = Math.floor(index / TURNS);
    const [title, question, answer] = TOPICS[chat % TOPICS.length]!;
    const agentId = AGENTS[chat % AGENTS.length]!;
    const asked = index % 2 === 0;
    const site = agentId.split('/')[0]!;
    const words = asked ? question : answer;
    const conversationKey = `default/${site}:chat-${chat}`;
    const at = now - (size - index) * 37 * MINUTE;
    return {
      seq: index + 1,
      id: `${conversationKey}:turn-${index}`,
      conversationKey,
      order: index % TURNS,
      role: asked ? 'user' : 'assistant',
      agentId,
      profile: 'default',
      origin: `https://${site}.com`,
      createdAt: at,
      capturedAt: at + 400,
      updatedAt: at + 400,
      partial: index === size - 1,
      source: index % 5 === 0 ? 'dom' : 'authoritative',
      corroborated: index % 5 !== 0,
      offBranch: false,
      label: asked ? 'user-typed' : LABELS[chat % LABELS.length]!,
      state: 'active',
      stateSince: at,
      pinned: index % 41 === 3,
      tags: [...TAGS[chat % TAGS.length]!],
      importance: 3,
      hasCode: words.includes('```'),
      hasLink: words.includes(']('),
      length: words.length,
      indexedLength: words.length,
      attachments: index % 17 === 4 ? ['plan.pdf'] : [],
      preview: words.replace(/\s+/g, ' ').slice(0, 160),
      text: words,
      markdown: words,
      title,
      project: PROJECTS[chat % PROJECTS.length],
    };
  });
