import { t } from '../i18n/i18n.ts';
import type { Saved } from './saved.ts';

type Props = { readonly saved: Saved; readonly onQuery: (query: string) => void };

/** Saved searches, each opened by a press. */
export const SavedChips = ({ saved, onQuery }: Props) => (
  <fieldset class="plain" aria-label={t('search.saved')}>
    {saved.map(({ name, query }) => (
      <button key={name} type="button" class="chip" title={query} onClick={() => onQuery(query)}>
        <bdi class="cut">{name}</bdi>
      </button>
    ))}
  </fieldset>
);
