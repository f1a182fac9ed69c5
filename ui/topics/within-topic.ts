import type { GraphView, Topic } from '../../core/model/graph-api.ts';

/** The part of a graph that lies in one topic or in a topic below it. */
export const withinTopic = (view: GraphView, topics: readonly Topic[], topicId: string): GraphView => {
  const parentById = new Map(topics.map(({ id, parent }) => [id, parent]));
  const lies = (id: string | undefined): boolean => {
    // A topic has few ancestors; the bound keeps a loop among damaged parents from hanging the page.
    for (let at = id, steps = 0; at !== undefined && steps < 32; at = parentById.get(at), steps += 1) {
      if (at === topicId) return true;
    }
    return false;
  };
  const nodes = view.nodes.filter((node) => lies(node.topicId));
  const kept = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: view.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)) };
};
