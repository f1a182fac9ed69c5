import { t } from '../i18n/i18n.ts';
import { PopupIcon } from '../popup-icons.tsx';
import type { PopupState } from './popup-state.ts';

type Props = { readonly state: PopupState; readonly onQuery: (query: string) => void };

/** Acts on the selected memory, next in the tab order after the search field. */
export const ActionBar = ({ state, onQuery }: Props) => {
  const row = state.selectedRow.value;
  return (
    <div class="popup-actions" role="toolbar" aria-label={t('actions.label')}>
      {row && (
        <>
          <button type="button" class="button quiet small" onClick={() => state.open()}>
            <PopupIcon name="open" size={15} /> {t('action.open')}
          </button>
          <button type="button" class="button quiet small" onClick={() => void state.copy()}>
            <PopupIcon name="copy" size={15} /> {t('action.copy')}
          </button>
          <button type="button" class="button quiet small" onClick={() => void state.togglePin()}>
            <PopupIcon name="pin" size={15} /> {t(row.pinned ? 'action.unpin' : 'action.pin')}
          </button>
          <button
            type="button"
            class="button quiet small icon-only"
            aria-label={t('action.details')}
            title={t('action.details')}
            onClick={() => state.details()}
          >
            <PopupIcon name="details" size={16} />
          </button>
        </>
      )}
      {state.selectedItem.value?.why && (
        <button
          type="button"
          class="button quiet small icon-only"
          aria-label={t('action.why')}
          title={`${t('action.why')} (Ctrl+I)`}
          aria-keyshortcuts="Control+I Meta+I"
          aria-expanded={state.explaining.value}
          aria-controls="why"
          onClick={() => {
            state.explaining.value = !state.explaining.value;
          }}
        >
          <PopupIcon name="why" size={16} />
        </button>
      )}
      {row && (
        <button
          type="button"
          class="button quiet small icon-only"
          aria-label={t('action.like')}
          title={t('action.like')}
          onClick={() => onQuery(state.likeSelected() ?? '')}
        >
          <PopupIcon name="like" size={16} />
        </button>
      )}
      {row && (
        <button
          type="button"
          class="button quiet small icon-only end"
          aria-label={t('action.copyForChat')}
          title={`${t('action.copyForChat')} (Ctrl+Shift+C)`}
          aria-keyshortcuts="Control+Shift+C Meta+Shift+C"
          onClick={() => void state.copyForChat()}
        >
          <PopupIcon name="chat" size={16} />
        </button>
      )}
      <button
        type="button"
        class={`button quiet small icon-only${row ? '' : ' end'}`}
        aria-label={t('action.showAll')}
        title={t('action.showAll')}
        onClick={() => state.showAll()}
      >
        <PopupIcon name="menu" size={16} />
      </button>
    </div>
  );
};
