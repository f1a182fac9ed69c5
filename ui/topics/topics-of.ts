import type { Topic } from '../../core/model/graph-api.ts';

type Wish = {
  readonly level: number;
  /** Hidden topics too. */
  readonly hidden: boolean;
  /** Words that a topic's name or terms must all hold, whatever their case. */
  readonly words: string;
};

/** The topics of one level that match, largest first. */
export const topicsOf = (topics: readonly Topic[], { level, hidden, words }: Wish): readonly Topic[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return topics
    .filter((topic) => {
      const text = [topic.name, ...topic.terms].join(' ').toLowerCase();
      return (
        topic.level === level && (hidden || !topic.hidden) && wanted.every((word) => text.includes(word))
      );
    })
    .sort((a, b) => b.size - a.size);
};
