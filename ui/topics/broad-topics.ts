import type { GraphView, Topic } from '../../core/model/graph-api.ts';
import type { GraphNode } from './graph-colours.ts';

/** A view whose nodes are coloured by the broadest topic above theirs: finer ones are more than colours can tell apart. */
export const withBroadTopics = (view: GraphView, topics: readonly Topic[]): GraphView => {
  const parentById = new Map(topics.map(({ id, parent }) => [id, parent]));
  const broadest = (id: string): string => {
    let at = id;
    // A topic has few ancestors; the bound keeps a loop among damaged parents from hanging the page.
    for (let steps = 0; steps < 32; steps += 1) {
      const parent = parentById.get(at);
      if (parent === undefined) break;
      at = parent;
    }
    return at;
  };
  const nodes = view.nodes.map((node): GraphNode => ({ ...node, colourTopic: broadest(node.topicId) }));
  return { nodes, edges: view.edges };
};
