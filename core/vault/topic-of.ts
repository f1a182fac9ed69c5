import type { Topic as FoundTopic } from '../graph/index.ts';
import type { Topic } from '../model/graph-api.ts';

/** A topic as the screens get it; `above` are those of the next coarser level. */
export const topicOf = (
  topic: FoundTopic,
  level: number,
  above: readonly FoundTopic[] | undefined,
): Topic => {
  const parent = topic.parent === undefined ? undefined : above?.[topic.parent];
  const { name, terms, summary, size, projects, agents, from, to, renamed, hidden } = topic;
  return {
    id: String(topic.id),
    name,
    renamed,
    hidden,
    level,
    ...(parent ? { parent: String(parent.id) } : {}),
    terms,
    summary,
    size,
    projects,
    agents,
    from,
    to,
  };
};
