import type { GraphView } from '../../core/model/graph-api.ts';
import { t } from '../i18n/i18n.ts';
import { hrefOfNode } from './graph-picture.tsx';

type Props = {
  readonly view: GraphView;
  readonly id: string | undefined;
  readonly topicName: (id: string) => string;
};

/** The selected point in words, and where it leads; announced when it changes. */
export const GraphSelection = ({ view, id, topicName }: Props) => {
  const node = view.nodes.find((candidate) => candidate.id === id);
  const links = view.edges.filter(({ source, target }) => source === id || target === id).length;
  return (
    <div class="graph-selection" aria-live="polite">
      {node && (
        <>
          <p>
            {t('graph.selected', { label: node.label, topic: topicName(node.topicId), n: links })}
            {node.seq === undefined && ` · ${t('graph.folded', { n: node.size })}`}
          </p>
          <div class="actions">
            <a class="button small" href={hrefOfNode(view, id) ?? '#/graph'}>
              {t(node.seq === undefined ? 'graph.openTopic' : 'action.open')}
            </a>
            {node.seq !== undefined && (
              <a class="button small" href={`#/graph?around=${node.seq}`}>
                {t('graph.local')}
              </a>
            )}
          </div>
        </>
      )}
    </div>
  );
};
