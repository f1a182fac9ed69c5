import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GraphView } from '../../core/model/graph-api.ts';
import { agentName } from '../format.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import { type Colouring, paletteOf } from './graph-colours.ts';
import { isDark, onThemeChange } from './theme.ts';

type Props = {
  readonly view: GraphView;
  readonly colouring: Colouring;
  readonly topicName: (id: string) => string;
};

const nameOf = (colouring: Colouring, key: string, topicName: (id: string) => string): string => {
  if (key === '') return t('graph.others');
  if (colouring === 'topic') return topicName(key);
  if (colouring === 'agent') return agentName(key);
  return t((colouring === 'age' ? `graph.${key}` : `label.${key}`) as MessageKey);
};

/** What the colours stand for. */
export const GraphLegend = ({ view, colouring, topicName }: Props) => {
  const dark = useSignal(isDark());
  useEffect(
    () =>
      onThemeChange(() => {
        dark.value = isDark();
      }),
    [],
  );
  const { legend } = paletteOf(view.nodes, colouring, dark.value);
  return (
    <ul class="graph-legend" aria-label={t('graph.colour')}>
      {legend.map(({ key, colour }) => (
        <li key={key}>
          <span class="swatch" style={{ background: colour }} />
          <bdi>{nameOf(colouring, key, topicName)}</bdi>
        </li>
      ))}
    </ul>
  );
};
