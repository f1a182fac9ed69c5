import { useSignal, useSignalEffect } from '@preact/signals';
import type { Conversation } from '../../../core/model/memory.ts';
import type { Facets, MemoryRow } from '../../../core/model/query.ts';
import type { ErasePreview, EraseScope } from '../../../core/model/vault-api.ts';
import { DateRange } from '../../components/date-range.tsx';
import { Modal } from '../../components/modal.tsx';
import { agentName, formatAge, formatBytes, formatTime, siteName } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import { filterOf } from '../memories/filter-params.ts';
import { PendingErase } from './pending-erase.tsx';

type Kind = EraseScope['kind'];
const KINDS: readonly Kind[] = ['conversation', 'agent', 'site', 'range', 'words', 'memories', 'behaviour'];
const MAX_TRASH = 1_000_000;

/** The scope the form stands for; undefined while something is not chosen. */
export const scopeOf = (
  kind: Kind,
  value: string,
  days: { readonly from: string; readonly to: string },
  trash: readonly MemoryRow[],
): EraseScope | undefined => {
  if (kind === 'behaviour') return { kind };
  if (kind === 'memories') return { kind, seqs: trash.map(({ seq }) => seq) };
  if (kind === 'range') {
    const { from, to } = filterOf(new URLSearchParams(days));
    return from !== undefined && to !== undefined && from < to ? { kind, from, to } : undefined;
  }
  if (value.trim() === '') return undefined;
  if (kind === 'words') return { kind, words: value };
  if (kind === 'conversation') return { kind, key: value };
  return kind === 'agent' ? { kind, agentId: value } : { kind, site: value };
};

/** Erases a part: chosen, previewed, confirmed, undoable for a while. */
export const EraseForm = ({ app }: { app: AppState }) => {
  const kind = useSignal<Kind>('conversation');
  const value = useSignal('');
  const from = useSignal('');
  const to = useSignal('');
  const facets = useSignal<Facets | undefined>(undefined);
  const conversations = useSignal<readonly Conversation[]>([]);
  const trash = useSignal<readonly MemoryRow[]>([]);
  const preview = useSignal<ErasePreview | undefined>(undefined);
  const confirming = useSignal(false);
  const scope = scopeOf(kind.value, value.value, { from: from.value, to: to.value }, trash.value);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      const [counts, found, trashed] = await Promise.all([
        app.vault.facets({}),
        app.vault.conversations({}),
        app.vault.list({ state: 'trashed' }, 0, MAX_TRASH),
      ]);
      facets.value = counts;
      conversations.value = found;
      trash.value = trashed.rows;
    });
  });
  useSignalEffect(() => {
    const wanted = scopeOf(kind.value, value.value, { from: from.value, to: to.value }, trash.value);
    preview.value = undefined;
    if (!wanted || app.version.value < 0) return;
    void app.attempt(async () => {
      const found = await app.vault.previewErase(wanted);
      const now = scopeOf(kind.peek(), value.peek(), { from: from.peek(), to: to.peek() }, trash.peek());
      if (JSON.stringify(now) === JSON.stringify(wanted)) preview.value = found;
    });
  });
  const erase = () =>
    app.attempt(async () => {
      if (!scope) return;
      confirming.value = false;
      const undo = await app.vault.erase(scope);
      app.say(t('done.erased', { n: undo.count }), { undo });
      value.value = '';
      app.version.value += 1;
      app.status.value = await app.vault.status();
    });
  const options: readonly (readonly [value: string, words: string])[] =
    kind.value === 'conversation'
      ? conversations.value.map(({ key, title, site, lastAt }) => [
          key,
          `${title || key} · ${siteName(site)} · ${formatAge(lastAt)}`,
        ])
      : kind.value === 'agent'
        ? (facets.value?.agents ?? []).map(({ value: id }) => [id, agentName(id)])
        : (facets.value?.sites ?? []).map(({ value: id }) => [id, siteName(id)]);
  const needsValue = kind.value === 'conversation' || kind.value === 'agent' || kind.value === 'site';
  const { memories = 0, conversations: whole = 0, bytes = 0 } = preview.value ?? {};
  const ready = scope !== undefined && (kind.value === 'behaviour' || memories > 0);
  const words =
    kind.value === 'behaviour'
      ? t('erase.behaviourPreview')
      : memories > 0
        ? [
            t('erase.preview', { n: memories, bytes: formatBytes(bytes) }),
            ...(whole > 0 ? [t('erase.previewWhole', { n: whole })] : []),
          ].join(', ')
        : t('erase.previewNone');
  const bucket = app.status.value?.storage !== 'rows';
  const until = Date.now() + (app.settings.value?.eraseDelaySeconds ?? 60) * 1000;
  return (
    <section class="card" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('erase.title')}</h2>
      <p class="hint">{t(bucket ? 'erase.intro' : 'erase.introRows')}</p>
      <PendingErase app={app} />
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          confirming.value = ready;
        }}
      >
        <label>
          {t('erase.what')}
          <select
            class="field"
            value={kind.value}
            onChange={(event) => {
              kind.value = event.currentTarget.value as Kind;
              value.value = '';
            }}
          >
            {KINDS.map((id) => (
              <option key={id} value={id}>
                {t(`erase.${id}`)}
              </option>
            ))}
          </select>
        </label>
        {needsValue && (
          <select
            class="field"
            aria-label={t(`erase.${kind.value}`)}
            value={value.value}
            onChange={(event) => {
              value.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('erase.choose')}</option>
            {options.map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
        {kind.value === 'words' && (
          <>
            <label>
              {t('erase.wordsLabel')}
              <input
                class="field"
                type="text"
                dir="auto"
                autocomplete="off"
                aria-describedby="erase-words-hint"
                value={value.value}
                onChange={(event) => {
                  value.value = event.currentTarget.value;
                }}
              />
            </label>
            <p id="erase-words-hint" class="hint">
              {t('erase.wordsHint')}
            </p>
          </>
        )}
        {kind.value === 'range' && (
          <DateRange
            from={from.value}
            to={to.value}
            onChange={(end, day) => {
              (end === 'from' ? from : to).value = day;
            }}
          />
        )}
        <p role="status" class="hint">
          {scope !== undefined && (preview.value || kind.value === 'behaviour') && words}
        </p>
        <button type="submit" class="button danger" disabled={!ready}>
          {t('erase.start')}
        </button>
      </form>
      <Modal open={confirming} title={t('erase.confirm')}>
        <p>{words}</p>
        <p>{t('erase.until', { time: formatTime(until) })}</p>
        <div class="actions">
          <button type="button" class="button danger" onClick={() => void erase()}>
            {t('erase.yes')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              confirming.value = false;
            }}
          >
            {t('action.cancel')}
          </button>
        </div>
      </Modal>
    </section>
  );
};
