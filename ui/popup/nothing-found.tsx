import { t } from '../i18n/i18n.ts';
import { anyWord, withoutDates } from '../query/query-edits.ts';
import type { PopupState } from './popup-state.ts';

type Props = { readonly state: PopupState; readonly onQuery: (query: string) => void };

/** What to try when a query finds nothing. */
export const NothingFound = ({ state, onQuery }: Props) => {
  const query = state.query.value.trim();
  const tokens = state.tokens.value;
  const wider = withoutDates(query, tokens);
  const looser = anyWord(query, tokens);
  return (
    <div class="popup-nothing">
      <p>{t('search.none', { query })}</p>
      {wider !== undefined && (
        <button type="button" class="button" onClick={() => onQuery(wider)}>
          {t('search.withoutDates')}
        </button>
      )}
      {looser !== undefined && (
        <button type="button" class="button" onClick={() => onQuery(looser)}>
          {t('search.anyWord')}
        </button>
      )}
      <button type="button" class="button" onClick={() => void state.saveNote().then(() => onQuery(query))}>
        {t('search.saveNote', { query: query.length > 40 ? `${query.slice(0, 40)}…` : query })}
      </button>
    </div>
  );
};
