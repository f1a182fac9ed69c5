import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { GraphView, Topic } from '../../core/model/graph-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { route } from '../manager/router.ts';
import { withBroadTopics } from './broad-topics.ts';
import { COLOURINGS, type Colouring } from './graph-colours.ts';
import type { GraphDrawing } from './graph-drawing.ts';
import { GraphLegend } from './graph-legend.tsx';
import { GraphPicture } from './graph-picture.tsx';
import { GraphSelection } from './graph-selection.tsx';
import { GraphState } from './graph-state.tsx';
import { GraphTable } from './graph-table.tsx';
import { GraphTools } from './graph-tools.tsx';
import { useGraphStatus } from './use-graph-status.ts';
import { withinTopic } from './within-topic.ts';
import './graph.css';

type Loaded = { readonly view: GraphView; readonly topics: readonly Topic[] };

/** The graph as a picture or as a table; whole, of one topic, or around one memory, as the address says. */
export const GraphPage = ({ app }: PageProps) => {
  const vault = fullVault(app);
  const graph = useGraphStatus(app);
  const loaded = useSignal<Loaded | undefined>(undefined);
  const selected = useSignal<string | undefined>(undefined);
  const drawing = useRef<GraphDrawing>(null);
  const wanted = useComputed(() => {
    const { page, params } = route.value;
    if (page !== 'graph') return undefined;
    return `${params.get('around') ?? ''} ${params.get('depth') ?? ''} ${params.get('topic') ?? ''}`;
  });
  useSignalEffect(() => {
    if (wanted.value === undefined || app.version.value < 0) return;
    const { params } = route.peek();
    const around = params.get('around');
    const topic = params.get('topic');
    void app.attempt(async () => {
      const [view, topics] = await Promise.all([
        vault.graphView(
          around === null ? {} : { around: Number(around), depth: Number(params.get('depth') ?? 2) },
        ),
        vault.topics(),
      ]);
      loaded.value = {
        view: topic === null ? withBroadTopics(view, topics) : withinTopic(view, topics, topic),
        topics,
      };
      selected.value = around === null ? undefined : view.nodes.find(({ seq }) => seq === Number(around))?.id;
    });
  });
  const { params } = route.value;
  const colouring = COLOURINGS.find((name) => name === params.get('colour')) ?? ('topic' satisfies Colouring);
  const asTable = params.get('view') === 'table';
  const { view, topics = [] } = loaded.value ?? {};
  const nameById = new Map(topics.map(({ id, name }) => [id, name]));
  const topicName = (id: string) => nameById.get(id) ?? id;
  const state = graph.status.value?.state;
  return (
    <div class="page graph-page">
      <h1>{t('page.graph')}</h1>
      <SectionTabs section="topics" current="graph" />
      <GraphState app={app} graph={graph} />
      {!view && state === 'ready' && <Waiting rows={4} />}
      {view && state === 'ready' && view.nodes.length === 0 && (
        <EmptyState title={t('graph.nothing')} text={t('graph.nothingText')}>
          <a class="button" href="#/graph">
            {t('graph.whole')}
          </a>
        </EmptyState>
      )}
      {view && view.nodes.length > 0 && (
        <>
          <GraphTools
            app={app}
            view={view}
            colouring={colouring}
            asTable={asTable}
            drawing={drawing}
            topicName={topicName}
          />
          {asTable ? (
            <GraphTable view={view} topicName={topicName} />
          ) : (
            <>
              <GraphPicture
                view={view}
                colouring={colouring}
                selected={selected}
                drawing={drawing}
                attempt={(act) => app.attempt(act)}
              />
              <GraphSelection view={view} id={selected.value} topicName={topicName} />
              <GraphLegend view={view} colouring={colouring} topicName={topicName} />
            </>
          )}
        </>
      )}
    </div>
  );
};
