import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Marker } from './marking/marker.ts';
import { makeSnippet } from './marking/snippet.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchDocument } from './types.ts';

const NOW = Date.UTC(2026, 4, 20, 12);
const HOUR = 3_600_000;

const say = (seq: number, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  seq,
  conversation: 1,
  order: seq,
  role: seq % 2 === 1 ? 'user' : 'assistant',
  site: 'chatgpt',
  createdAt: NOW - HOUR + seq * 60_000,
  title: 'Garden',
  text,
  ...more,
});

const indexOf = (...documents: SearchDocument[]): SearchIndex => {
  const index = new SearchIndex();
  index.update(documents);
  return index;
};

const find = (index: SearchIndex, query: string, limit = 10): number[] =>
  index.search(query, { now: NOW, limit }).hits.map(({ seq }) => seq);

const GARDEN = [
  say(1, 'My tomatoes have yellow leaves, what should I do?'),
  say(2, 'Yellow leaves often mean too little nitrogen. Feed the plants with compost.'),
  say(3, 'We bought a greenhouse yesterday, 3 metres long.'),
  say(4, 'Congratulations! A greenhouse keeps the frost away.'),
  say(5, 'Kubernetes pods restart when memory is short.', { conversation: 2, title: 'Servers' }),
];

describe('finding', () => {
  test('word forms, any order, and no word that must be there', () => {
    const index = indexOf(...GARDEN);
    expect(find(index, 'buying greenhouses')[0]).toBe(3);
    expect(find(index, 'leaf yellow of the tomato plant')).toContain(1);
  });

  test('the last word as it is typed, and a misspelt word', () => {
    const index = indexOf(...GARDEN);
    expect(find(index, 'kuber')[0]).toBe(5);
    expect(find(index, 'greenhose ?')).toContain(3);
  });

  test.each([
    ['ubernetes', 'a missing first letter', 5],
    ['kuebrnetes pods', 'swapped letters', 5],
    ['greennhouse', 'a doubled letter', 3],
    ['zomatoes', 'a wrong first letter', 1],
    ['ni7rogem', 'two slips in a long word', 2],
    ['kubrn', 'a slip in a word that is still being typed', 5],
    ['kubernetse resatr', 'slips in every word', 5],
  ])('%s (%s) finds what was meant, and it is marked', (query, _slip, seq) => {
    const index = indexOf(...GARDEN);
    const ranked = index.search(query, { now: NOW, limit: 3 });
    expect(ranked.hits.map((hit) => hit.seq)).toContain(seq);
    const { marks } = makeSnippet(GARDEN.find((each) => each.seq === seq)?.text ?? '', new Marker(ranked));
    expect(marks).not.toEqual([]);
  });

  test('phrases must stand as written, excluded words must not', () => {
    const index = indexOf(...GARDEN);
    expect(find(index, '"yellow leaves" nitrogen').sort()).toEqual([1, 2]);
    expect(find(index, '"leaves yellow"')).toEqual([]);
    expect(find(index, 'leaves -nitrogen')).not.toContain(2);
  });

  test('a phrase that nothing holds is given up within a question, and said', () => {
    const index = indexOf(...GARDEN);
    const { hits, parsed } = index.search('what made the "leaves yellow" at last?', { now: NOW, limit: 5 });
    expect(hits.map(({ seq }) => seq)).toContain(1);
    expect(parsed.tokens.find(({ kind }) => kind === 'phrase')?.problem?.text).toMatch(/side by side/);
    expect(find(index, '"leaves yellow" role:user')).toEqual([]);
    const held = index.search('what about "yellow leaves" then?', { now: NOW, limit: 5 });
    expect(held.hits.map(({ seq }) => seq).sort()).toEqual([1, 2]);
    expect(held.parsed.tokens.some(({ problem }) => problem !== undefined)).toBe(false);
  });

  test('a phrase is not blamed for what the filter leaves out', () => {
    const options = { now: NOW, limit: 5, accept: () => false };
    const { hits, parsed } = indexOf(...GARDEN).search('what about "leaves yellow"?', options);
    expect(hits).toEqual([]);
    expect(parsed.tokens.some(({ problem }) => problem !== undefined)).toBe(false);
  });

  test('a title brings its conversation, and a new title does so at once', () => {
    const index = indexOf(...GARDEN);
    expect(find(index, 'servers')).toEqual([5]);
    index.retitle(2, 'Cluster');
    expect(find(index, 'cluster')).toEqual([5]);
    expect(find(index, 'servers')).toEqual([]);
  });

  test('what is not accepted is not shown, and acceptance is asked once a memory', () => {
    const index = indexOf(...GARDEN);
    const asked: number[] = [];
    const { hits } = index.search('yellow greenhouse', {
      now: NOW,
      limit: 10,
      accept: (seq) => {
        asked.push(seq);
        return seq !== 2;
      },
    });
    expect(hits.map(({ seq }) => seq)).not.toContain(2);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('less trust lowers a score smoothly', () => {
    const index = indexOf(...GARDEN);
    const scoreAt = (trust: number): number =>
      index.search('nitrogen', { now: NOW, limit: 1, trustOf: () => trust }).hits[0]?.score ?? 0;
    expect(scoreAt(1)).toBeGreaterThan(scoreAt(0.9));
    expect(scoreAt(0.9)).toBeCloseTo(0.9 * scoreAt(1), 9);
  });

  test('near-duplicates are folded under the first', () => {
    const text =
      'The capital of the small northern province is famous for its bridges and its old wooden houses.';
    const index = indexOf(
      say(1, text),
      say(3, text, { conversation: 3 }),
      say(5, 'Bridges are made of steel.'),
    );
    const { hits } = index.search('famous bridges', { now: NOW, limit: 10 });
    expect(hits.map(({ seq, folded }) => [seq, folded])).toEqual([
      [1, [3]],
      [5, []],
    ]);
  });

  test('without words the filters leave the newest first', () => {
    const index = indexOf(...GARDEN);
    expect(find(index, 'role:user')).toEqual([5, 4, 3, 2, 1]);
    expect(find(index, 'today')).toHaveLength(5);
    expect(find(index, '')).toEqual([]);
  });

  test('every hit says why in words, its shares adding up', () => {
    const { hits } = indexOf(...GARDEN).search('greenhouse frost', { now: NOW, limit: 5 });
    const hit = hits.find(({ seq }) => seq === 4);
    expect(hit?.parts.some(({ sentence }) => sentence === 'It has "greenhouse", "frost".')).toBe(true);
    expect(hit?.parts.reduce((sum, { share }) => sum + Math.abs(share), 0)).toBeGreaterThan(0.9);
  });

  test('more like this finds the same subject and not itself', () => {
    const { hits } = indexOf(...GARDEN).similar(3, { now: NOW, limit: 3 });
    expect(hits[0]?.seq).toBe(4);
    expect(hits.map(({ seq }) => seq)).not.toContain(3);
  });
});

const WORDS = 'red green blue house garden tree river bridge stone music paint walk'.split(' ');
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const step = fc.oneof(
  fc.record({ kind: fc.constant('update' as const), seq: fc.integer({ min: 1, max: 12 }), text }),
  fc.record({ kind: fc.constant('remove' as const), seq: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('save' as const) }),
  fc.record({ kind: fc.constant('merge' as const) }),
);

/** Small, so that a few steps seal and merge. */
const TAIL = 3;

const outcome = (index: SearchIndex) =>
  ['red house', 'garden music tree', '"green tree"', 'stone -walk', 'bri'].map((query) =>
    index.search(query, { now: NOW, limit: 20 }).hits.map(({ seq, score, folded }) => [seq, score, folded]),
  );

describe('exactness', { timeout: 60_000 }, () => {
  test('any sequence of writes, removals, seals, merges, saves and loads answers like a fresh build', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let index = new SearchIndex(undefined, TAIL);
        const documents = new Map<number, SearchDocument>();
        for (const each of steps) {
          if (each.kind === 'update') {
            const document = say(each.seq, each.text, { conversation: each.seq % 3 });
            documents.set(each.seq, document);
            index.update([document]);
          } else if (each.kind === 'remove') {
            documents.delete(each.seq);
            index.remove([each.seq]);
          } else if (each.kind === 'merge') index.exportSegments();
          else {
            const { index: loaded, missing, damaged } = SearchIndex.load(index.exportSegments(), TAIL);
            expect([missing, damaged]).toEqual([[], []]);
            index = loaded;
          }
        }
        const fresh = new SearchIndex();
        fresh.update([...documents.values()]);
        expect(index.size).toBe(documents.size);
        expect(outcome(index)).toEqual(outcome(fresh));
      }),
      { numRuns: 80 },
    );
  });

  test('any query is answered and explained', () => {
    const index = indexOf(...GARDEN);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })),
        (query) => {
          const ranked = index.search(query, { now: NOW, limit: 5, timeZone: 'Asia/Kathmandu' });
          const { parsed } = ranked;
          for (const { span } of parsed.tokens) expect(span[0]).toBeLessThanOrEqual(span[1]);
          makeSnippet(GARDEN[0]?.text ?? '', new Marker(ranked));
        },
      ),
      { numRuns: 150 },
    );
    for (const query of [
      '',
      ' ',
      '"',
      '-',
      '::',
      'is:',
      '-"',
      '(.*)+$',
      '😀😀',
      'on:2025-02-30',
      'x'.repeat(10_000),
      'слово word 言葉',
    ]) {
      expect(() => index.search(query, { now: NOW, limit: 5 })).not.toThrow();
    }
  });

  test('a segment damaged in any byte is noticed, and the rest still answers', () => {
    const index = indexOf(...GARDEN.slice(0, 3));
    index.update(
      SearchIndex.load(index.exportSegments())
        .index.seqs()
        .map((seq) => GARDEN[seq - 1] as SearchDocument),
    );
    const { index: two } = SearchIndex.load(index.exportSegments());
    two.update(GARDEN.slice(3));
    const saved = two.exportSegments();
    expect(saved.length).toBe(4);
    const expected = JSON.stringify(outcome(two));
    let positions = 0;
    for (const { name, bytes } of saved) {
      for (let at = 0; at < bytes.length; at++, positions++) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] as number) ^ (1 << (at % 8));
        const segments = saved.map((segment) => (segment.name === name ? { name, bytes: flipped } : segment));
        const { index: loaded, missing, damaged } = SearchIndex.load(segments);
        if (damaged.length !== 1 || damaged[0] !== name)
          throw new Error(`byte ${at} of ${name} was not noticed`);
        if (at % 97 !== 0) continue;
        loaded.update(missing === 'all' ? GARDEN : GARDEN.filter(({ seq }) => missing.includes(seq)));
        expect(JSON.stringify(outcome(loaded))).toBe(expected);
      }
    }
    expect(positions).toBeGreaterThan(1_000);
  });

  test('no word of a removed memory is in the saved bytes', () => {
    const index = indexOf(
      ...GARDEN,
      say(7, 'The canary word is xylophonist.', { conversation: 9, title: 'Zanzibari' }),
    );
    index.exportSegments();
    const { index: reopened } = SearchIndex.load(index.exportSegments());
    for (const each of [index, reopened]) {
      each.remove([7]);
      const letters = each
        .exportSegments()
        .map(({ bytes }) => new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0)));
      expect(letters.join()).not.toMatch(/xylophon|zanzibari/i);
      expect(letters.join()).toContain('greenhous');
    }
  });

  test('only changed segments are written again', () => {
    const index = indexOf(...GARDEN);
    index.exportChanges();
    const { index: loaded } = SearchIndex.load(index.exportSegments());
    loaded.update([say(20, 'A new message about roses.', { conversation: 5 })]);
    const { written, removed } = loaded.exportChanges();
    expect(written.map(({ name }) => name).sort()).toEqual(['manifest', 's1', 'titles']);
    expect(removed).toEqual([]);
  });
});
