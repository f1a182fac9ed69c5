import type { ReplicaSite, ReplicaSpeed } from '../model.ts';
import { h } from './dom.ts';
import { base, getJson, post } from './http.ts';

const SPEEDS: Readonly<Record<string, Partial<ReplicaSpeed>>> = {
  'As a person reads': { chunkDelayMs: 24, chunkSize: 14, domLagMs: 350, firstChunkMs: 180 },
  Slow: { chunkDelayMs: 120, chunkSize: 8, domLagMs: 900, firstChunkMs: 900 },
  'At once': { chunkDelayMs: 0, chunkSize: 400, domLagMs: 0, firstChunkMs: 0 },
};

const FAULTS: Readonly<Record<string, ReplicaSpeed['nextFault']>> = {
  'goes well': 'none',
  'breaks half-way': 'error',
  'stalls half-way': 'stall',
  'never says it ended': 'never-finish',
};

const RENDERER_NAMES: Readonly<Record<ReplicaSite, Readonly<Record<string, string>>>> = {
  chatgpt: { 'App shell (2026-09)': 'search-unit', Legacy: 'legacy' },
  claude: { 'Hub (2026-10)': 'hub', Older: 'older' },
};

const choice = (
  label: string,
  values: Readonly<Record<string, string>>,
  selected: string,
  onChange: (value: string) => void,
): HTMLElement => {
  const select = h(
    'select',
    {},
    ...Object.entries(values).map(([text, value]) => {
      const option = h('option', { value }, text);
      option.selected = value === selected;
      return option;
    }),
  );
  select.addEventListener('change', () => onChange(select.value));
  return h('label', {}, h('span', {}, label), select);
};

const names = (table: object): Record<string, string> =>
  Object.fromEntries(Object.keys(table).map((name) => [name, name]));

/** Address of a site and renderer, from wherever this replica is served. */
const addressOf = (site: ReplicaSite, renderer: string): string => {
  const path = `${site === 'claude' ? '/new' : '/'}?renderer=${renderer}`;
  if (base) return `/${site}${path}`;
  return `https://${site === 'claude' ? 'claude.ai' : 'chatgpt.com'}${path}`;
};

/** The replica's own controls: site and renderer, speed, the next answer's fate. */
export const replicaPanel = (site: ReplicaSite, renderer: string, speedChanged: () => void): HTMLElement => {
  const control = (change: Partial<ReplicaSpeed>): void => {
    post('/__replica/control', change)
      .then(speedChanged)
      .catch((error: unknown) => console.error('replica: control failed', error));
  };
  return h(
    'details',
    { class: 'replica-panel' },
    h('summary', {}, 'Replica settings'),
    choice('Site', { ChatGPT: 'chatgpt', Claude: 'claude' }, site, (value) => {
      const other = value as ReplicaSite;
      location.href = addressOf(other, Object.values(RENDERER_NAMES[other])[0]!);
    }),
    choice('Renderer', RENDERER_NAMES[site], renderer, (value) => {
      location.href = addressOf(site, value);
    }),
    choice('Speed', names(SPEEDS), 'As a person reads', (value) => control(SPEEDS[value] ?? {})),
    choice('Next answer', FAULTS, 'none', (value) =>
      control({ nextFault: value as ReplicaSpeed['nextFault'] }),
    ),
  );
};

/** Milliseconds the words lag, as the server says now. */
export const readLag = async (): Promise<number> =>
  (await getJson<ReplicaSpeed>('/__replica/control')).domLagMs;
