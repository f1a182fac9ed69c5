import { EmptyState } from '../components/empty-state.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { formatAge } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import type { GraphBuild } from './use-graph-status.ts';

type Props = { readonly app: AppState; readonly graph: GraphBuild };

/** Where the building of topics stands: nothing yet, under way, or ready and since when. */
export const GraphState = ({ app, graph }: Props) => {
  const status = graph.status.value;
  if (!status) return null;
  if (status.state === 'building') {
    return (
      <ProgressBar
        label={t('topics.building')}
        progress={graph.progress.value}
        onCancel={() => void graph.cancel()}
      />
    );
  }
  if (status.state === 'none') {
    const empty = app.status.value?.memories === 0;
    return (
      <EmptyState title={t('topics.none')} text={t(empty ? 'topics.noneEmpty' : 'topics.noneText')}>
        {empty ? (
          <a class="button" href="#/transfer">
            {t('page.transfer')}
          </a>
        ) : (
          <button type="button" class="button primary" onClick={() => void graph.build()}>
            {t('topics.build')}
          </button>
        )}
      </EmptyState>
    );
  }
  const { memories, edges, topics, builtAt } = status;
  return (
    <p class="graph-state hint">
      <span>
        {t('topics.ready', {
          memories,
          edges,
          topics,
          age: builtAt === undefined ? '' : formatAge(builtAt),
        })}
      </span>
      <button type="button" class="button small" onClick={() => void graph.build()}>
        {t('topics.rebuild')}
      </button>
    </p>
  );
};
