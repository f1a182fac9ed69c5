import { formatPercent } from '../format-percent.ts';
import { say, t } from '../i18n/i18n.ts';
import type { PopupState } from './popup-state.ts';

const SHOWN = 5;

/** Why the selected memory was found; follows the selection while it is open. */
export const WhyDrawer = ({ state }: { state: PopupState }) => {
  const item = state.selectedItem.value;
  if (!state.explaining.value || !item?.why) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section class="popup-why" id="why" tabIndex={0} aria-label={t('action.why')} aria-live="polite">
      <ul>
        {item.why.slice(0, SHOWN).map(({ part, code, values, sentence, share }) => (
          <li key={part}>
            <span class="share">{formatPercent(share)}</span>
            <span>{say({ code, values, text: sentence })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
