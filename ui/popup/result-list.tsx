import { sayFailure, t } from '../i18n/i18n.ts';
import type { PopupState } from './popup-state.ts';
import { ResultRow } from './result-row.tsx';

type Props = {
  readonly state: PopupState;
  readonly onQuery: (query: string) => void;
  readonly onHelp: () => void;
};

const Empty = ({ onHelp }: { onHelp: () => void }) => (
  <div class="empty">
    <h2>{t('empty.title')}</h2>
    <p>{t('empty.text')}</p>
    <button type="button" class="button" onClick={onHelp}>
      {t('empty.action')}
    </button>
  </div>
);

const Problem = ({ state }: { state: PopupState }) => {
  const { problem, rebuild, state: phase } = state.status.value ?? {};
  const words = problem ? sayFailure(problem) : state.failure.value;
  if (phase === 'rebuilding' && rebuild) {
    return (
      <div class="notice calm" role="status">
        {t('vault.rebuilding', { done: rebuild.done, total: rebuild.total })}
      </div>
    );
  }
  if (words === undefined) return null;
  return (
    <div class="notice danger" role="alert">
      <span class="grow">
        {t('vault.failed')} {words}
      </span>
      <button type="button" class="button small" onClick={() => void state.refresh()}>
        {t('action.retry')}
      </button>
    </div>
  );
};

/** The listbox of the popup, its sections, and what stands in its place when there is nothing to list. */
export const ResultList = ({ state, onQuery, onHelp }: Props) => {
  const selected = state.selected.value;
  const sections = state.sections.value;
  const searching = state.query.value.trim() !== '';
  const nothing = state.settled.value && sections.length === 0;
  const NothingFound = state.later.value?.NothingFound;
  return (
    <>
      <Problem state={state} />
      {nothing && !searching && <Empty onHelp={onHelp} />}
      {nothing && searching && NothingFound && <NothingFound state={state} onQuery={onQuery} />}
      <div
        id="results"
        class="popup-results"
        role="listbox"
        aria-label={t('section.results')}
        hidden={sections.length === 0}
      >
        {sections.map(({ id, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox
          <div key={id} role="group" aria-label={t(`section.${id}`)}>
            {id !== 'results' && (
              <div class="popup-section-title" aria-hidden="true">
                {t(`section.${id}`)}
              </div>
            )}
            {items.map((item) => (
              <ResultRow
                key={item.row.seq}
                item={item}
                selected={item.row.seq === selected}
                onSelect={() => state.select(item.row.seq)}
                onOpen={() => state.open()}
              />
            ))}
          </div>
        ))}
      </div>
      {state.quarantined.value > 0 && (
        <p class="popup-left-out">{t('search.quarantined', { n: state.quarantined.value })}</p>
      )}
    </>
  );
};
