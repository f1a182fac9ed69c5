import type { RefObject } from 'preact';
import type { GraphView } from '../../core/model/graph-api.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { withParam } from '../manager/memories/filter-params.ts';
import { replaceParams, route } from '../manager/router.ts';
import { saveBlob } from '../save-blob.ts';
import { COLOURINGS, type Colouring } from './graph-colours.ts';
import type { GraphDrawing } from './graph-drawing.ts';
import { gexfOf, jsonOf } from './graph-files.ts';

const DEPTHS = [1, 2, 3] as const;

type Props = {
  readonly app: AppState;
  readonly view: GraphView;
  readonly colouring: Colouring;
  readonly asTable: boolean;
  readonly drawing: RefObject<GraphDrawing | null>;
  readonly topicName: (id: string) => string;
};

/** What is shown of the graph, how, and as which file it can be taken out; all but the zoom is kept in the address. */
export const GraphTools = ({ app, view, colouring, asTable, drawing, topicName }: Props) => {
  const { params } = route.value;
  const around = params.get('around');
  const topic = params.get('topic');
  const depth = Number(params.get('depth') ?? 2);
  const set = (name: string, value: string) => replaceParams(withParam(route.value.params, name, value));
  const save = (kind: 'png' | 'gexf' | 'json') =>
    app.attempt(async () => {
      if (kind === 'gexf')
        saveBlob(new Blob([gexfOf(view, topicName)], { type: 'application/gexf+xml' }), 'graph.gexf');
      else if (kind === 'json')
        saveBlob(new Blob([jsonOf(view, topicName)], { type: 'application/json' }), 'graph.json');
      else {
        const background = getComputedStyle(document.documentElement).backgroundColor;
        const picture = await drawing.current?.png(background);
        if (picture) saveBlob(picture, 'graph.png');
      }
    });
  return (
    <>
      {(around !== null || topic !== null) && (
        <p class="notice calm">
          <span class="grow">
            {around === null ? t('graph.ofTopic', { name: topicName(topic ?? '') }) : t('graph.around')}
          </span>
          {around !== null && (
            <fieldset class="segments" aria-label={t('graph.depth')}>
              <span aria-hidden="true">{t('graph.depth')}</span>
              {DEPTHS.map((steps) => (
                <button
                  key={steps}
                  type="button"
                  class="chip"
                  aria-pressed={steps === depth}
                  onClick={() => set('depth', String(steps))}
                >
                  {steps}
                </button>
              ))}
            </fieldset>
          )}
          <a class="button small" href="#/graph">
            {t('graph.whole')}
          </a>
        </p>
      )}
      <div class="graph-tools">
        <fieldset class="segments" aria-label={t('graph.view')}>
          {(['picture', 'table'] as const).map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={asTable === (name === 'table')}
              onClick={() => set('view', name === 'table' ? 'table' : '')}
            >
              {t(`graph.${name}`)}
            </button>
          ))}
        </fieldset>
        {!asTable && (
          <>
            <label>
              {t('graph.colour')}
              <select
                class="field"
                value={colouring}
                onChange={(event) => set('colour', event.currentTarget.value)}
              >
                {COLOURINGS.map((name) => (
                  <option key={name} value={name}>
                    {t(`graph.colour.${name}`)}
                  </option>
                ))}
              </select>
            </label>
            <div class="segments">
              {(
                [
                  ['in', '+', 'graph.zoomIn'],
                  ['out', '−', 'graph.zoomOut'],
                  ['all', '⤢', 'graph.fit'],
                ] as const
              ).map(([way, sign, words]) => (
                <button
                  key={way}
                  type="button"
                  class="chip"
                  aria-label={t(words)}
                  title={t(words)}
                  onClick={() => drawing.current?.zoom(way)}
                >
                  {sign}
                </button>
              ))}
            </div>
          </>
        )}
        <div class="segments">
          <span>{t('graph.export')}</span>
          {(['png', 'gexf', 'json'] as const).map(
            (kind) =>
              (kind !== 'png' || !asTable) && (
                <button key={kind} type="button" class="chip" onClick={() => void save(kind)}>
                  {kind.toUpperCase()}
                </button>
              ),
          )}
        </div>
        <span class="hint">{t('graph.drawn', { nodes: view.nodes.length, edges: view.edges.length })}</span>
      </div>
    </>
  );
};
