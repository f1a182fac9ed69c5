import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { PopupState } from './popup-state.ts';
import { withoutToken } from './query-edits.ts';

type Props = { readonly state: PopupState; readonly onQuery: (query: string) => void };

/** What the query was understood as, each part removable, and filters that complete the word being typed. */
export const TokenBar = ({ state, onQuery }: Props) => {
  const query = state.query.value;
  const tokens = query.trim() === '' ? [] : state.tokens.value;
  const completions = state.completions.value;
  if (tokens.length === 0 && completions.length === 0) return null;
  return (
    <div class="popup-tokens">
      {completions.length > 0 && (
        <fieldset class="plain" aria-label={t('search.completions')}>
          {completions.map(({ label, query: completed }, index) => (
            <button key={label} type="button" class="chip active" onClick={() => onQuery(completed)}>
              {label}
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
              class={token.problem ? 'chip problem' : 'chip'}
              aria-label={t('search.removeToken', { label: token.label })}
              title={token.problem && t('search.tokenProblem', { problem: token.problem })}
              onClick={() => onQuery(withoutToken(query, token))}
            >
              <bdi>{token.label}</bdi>
              <Icon name="close" size={12} />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
};
