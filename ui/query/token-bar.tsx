import type { QueryToken } from '../../core/model/query.ts';
import { say, t } from '../i18n/i18n.ts';
import { PopupIcon } from '../popup-icons.tsx';
import type { Completion } from './completions.ts';
import { withoutToken } from './query-edits.ts';
import { type Saved, toggleSaved } from './saved.ts';
import { SavedChips } from './saved-chips.tsx';

type Props = {
  readonly query: string;
  readonly tokens: readonly QueryToken[];
  readonly completions: readonly Completion[];
  readonly saved: Saved;
  readonly onQuery: (query: string) => void;
  readonly onSaved: (saved: Saved) => void;
};

/**
 * What the query was understood as, each part removable, filters that complete the word being typed, and a switch that
 * keeps the query; without a query, those that were kept.
 */
export const TokenBar = ({ query, tokens: understood, completions, saved, onQuery, onSaved }: Props) => {
  const tokens = query.trim() === '' ? [] : understood;
  const isEmpty = query.trim() === '';
  const offersSaved = isEmpty && saved.length > 0;
  if (tokens.length === 0 && completions.length === 0 && !offersSaved) return null;
  const toggled = isEmpty ? undefined : toggleSaved(saved, query);
  const problems = tokens.flatMap(({ problem }) => (problem ? say(problem) : []));
  return (
    <div class="query-tokens">
      {completions.length > 0 && (
        <fieldset class="plain" aria-label={t('search.completions')}>
          {completions.map(({ label, query: completed }, index) => (
            <button key={label} type="button" class="chip active" onClick={() => onQuery(completed)}>
              <bdi class="cut">{label}</bdi>
              {index === 0 && <span class="key-hint">→</span>}
            </button>
          ))}
        </fieldset>
      )}
      {tokens.length > 0 && (
        <fieldset class="plain" aria-label={t('search.tokens')}>
          {tokens.map((token) => (
            <button
              key={`${token.kind}${token.span[0]}`}
              type="button"
              class={token.problem ? 'chip problem' : token.kind === 'term' ? 'chip' : 'chip filter'}
              aria-label={t('search.removeToken', { label: token.label })}
              title={token.problem && say(token.problem)}
              onClick={() => onQuery(withoutToken(query, token))}
            >
              <bdi>{token.label}</bdi>
              <PopupIcon name="close" size={12} />
            </button>
          ))}
        </fieldset>
      )}
      {offersSaved && <SavedChips saved={saved} onQuery={onQuery} />}
      {tokens.length > 0 && toggled && (
        <button
          type="button"
          class="chip"
          aria-pressed={toggled.length < saved.length}
          onClick={() => onSaved(toggled)}
        >
          {t('search.save')}
        </button>
      )}
      {problems.length > 0 && (
        <p class="query-problem" role="status">
          {problems[0]}
        </p>
      )}
    </div>
  );
};
