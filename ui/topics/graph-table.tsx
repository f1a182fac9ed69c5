import { useSignal } from '@preact/signals';
import type { GraphView } from '../../core/model/graph-api.ts';
import { ScrollX } from '../components/scroll-x.tsx';
import { formatAge } from '../format.ts';
import { t } from '../i18n/i18n.ts';

const STEP = 100;
const LINKS_SHOWN = 5;

type Props = { readonly view: GraphView; readonly topicName: (id: string) => string };

/** The graph as a table: every point with what it is connected with, strongest first. */
export const GraphTable = ({ view, topicName }: Props) => {
  const limit = useSignal(STEP);
  const nodeById = new Map(view.nodes.map((node) => [node.id, node]));
  const linksById = new Map<
    string,
    { readonly other: string; readonly weight: number; readonly why: readonly string[] }[]
  >();
  for (const { source, target, weight, why } of view.edges) {
    for (const [id, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const links = linksById.get(id) ?? [];
      links.push({ other, weight, why });
      linksById.set(id, links);
    }
  }
  const rows = view.nodes.toSorted((a, b) => b.size - a.size || a.label.localeCompare(b.label));
  const hrefOf = (id: string) => {
    const node = nodeById.get(id);
    return node?.seq === undefined
      ? `#/topics/${encodeURIComponent(node?.topicId ?? '')}`
      : `#/memory/${node.seq}`;
  };
  return (
    <>
      <ScrollX label={t('graph.label')}>
        <table class="table graph-table">
          <caption class="visually-hidden">{t('graph.label')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('graph.column.label')}</th>
              <th scope="col">{t('graph.column.topic')}</th>
              <th scope="col">{t('graph.column.said')}</th>
              <th scope="col">{t('graph.column.links')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit.value).map(({ id, label, topicId, createdAt }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf(id)}>
                    <bdi>{label}</bdi>
                  </a>
                </th>
                <td>
                  <bdi>{topicName(topicId)}</bdi>
                </td>
                <td class="when">{formatAge(createdAt)}</td>
                <td>
                  <ul>
                    {(linksById.get(id) ?? [])
                      .sort((a, b) => b.weight - a.weight)
                      .slice(0, LINKS_SHOWN)
                      .map(({ other, why }) => (
                        <li key={other}>
                          <bdi>{nodeById.get(other)?.label}</bdi>
                          {why.length > 0 && (
                            <span class="hint">
                              {' '}
                              {t('graph.shared', { terms: why.slice(0, 3).join(', ') })}
                            </span>
                          )}
                        </li>
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {rows.length > limit.value && (
        <button
          type="button"
          class="button"
          onClick={() => {
            limit.value += STEP;
          }}
        >
          {t('graph.more')}
        </button>
      )}
    </>
  );
};
