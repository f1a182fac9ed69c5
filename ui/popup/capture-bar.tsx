import type { CaptureStatus } from '../capture-status.ts';
import { Switch } from '../components/switch.tsx';
import { siteName } from '../format-row.ts';
import { t } from '../i18n/i18n.ts';
import type { PopupState } from './popup-state.ts';

const wordsFor = (capture: CaptureStatus | undefined): string => {
  if (!capture) return t('capture.none');
  const site = siteName(capture.site);
  switch (capture.state) {
    case 'capturing': {
      const seen = t(capture.complete ? 'capture.complete' : 'capture.incomplete');
      return `${t('capture.capturing', { site, n: capture.captured })} · ${seen}`;
    }
    case 'paused':
      return t('capture.paused');
    case 'excluded':
      return t('capture.excluded', { site });
    case 'temporary':
      return t('capture.temporary');
    case 'unknown-markup':
      return t('capture.unknown', { site });
    case 'disconnected':
      return t('capture.disconnected', { site });
    case 'idle':
      return t('capture.idle', { site });
  }
};

/** What is being captured in the tab in front, and the switch that pauses it everywhere. */
export const CaptureBar = ({ state }: { state: PopupState }) => {
  const paused = state.settings.value?.paused ?? false;
  const full = state.status.value?.full ?? false;
  const capture = state.capture.value;
  const trouble = full || capture?.state === 'unknown-markup' || capture?.state === 'disconnected';
  const capturing = !paused && capture?.state === 'capturing';
  const words = full ? t('capture.full') : paused ? t('capture.paused') : wordsFor(capture);
  return (
    <div class="popup-state">
      <span class={`live ${trouble ? 'trouble' : capturing ? 'capturing' : ''}`} aria-hidden="true" />
      <span class="words" role="status" title={capture?.message}>
        {words}
      </span>
      <Switch
        checked={paused}
        disabled={state.settings.value === undefined}
        onChange={(next) => void state.setPaused(next)}
      >
        {t('capture.pause')}
      </Switch>
    </div>
  );
};
