import type { ReplicaSite } from '../../../replica/model.ts';

/** What the tour talks about, per site. `landmark` occurs in the question and in the answer. */
export const TOUR_SCRIPT: readonly {
  readonly site: ReplicaSite;
  readonly renderer: string;
  readonly asks: readonly string[];
}[] = [
  {
    site: 'chatgpt',
    renderer: 'search-unit',
    asks: [
      'How should I set up a backup of my photographs?',
      'Show me a typed debounce function',
      'say: The spare key of the boathouse hangs behind the barometer.',
    ],
  },
  {
    site: 'claude',
    renderer: 'hub',
    asks: ['Plan a weekend in Lisbon', 'say: The ferry to the island leaves at seven from the north pier.'],
  },
];

/** Turns of the whole script: each question has its answer. */
export const TOUR_TURNS = TOUR_SCRIPT.reduce((sum, { asks }) => sum + 2 * asks.length, 0);

/** Words to look for afterwards, with the number of turns that hold them all. */
export const TOUR_QUERIES: readonly { readonly query: string; readonly atLeast: number }[] = [
  { query: 'barometer', atLeast: 2 },
  { query: 'ferry north pier', atLeast: 2 },
  { query: 'restore', atLeast: 1 },
  { query: 'clearTimeout', atLeast: 1 },
];
