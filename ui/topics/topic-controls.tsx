import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Topic } from '../../core/model/graph-api.ts';
import { t } from '../i18n/i18n.ts';
import type { TopicActs } from './topic-acts.ts';

/** Renames and hides one topic, in place. */
export const TopicControls = ({ topic, acts }: { topic: Topic; acts: TopicActs }) => {
  const renaming = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const { name, hidden } = topic;
  const rename = (event: Event) => {
    event.preventDefault();
    const next = field.current?.value.trim() ?? '';
    renaming.value = false;
    if (next !== '' && next !== name) void acts.rename(topic, next);
  };
  if (renaming.value) {
    return (
      <form
        class="inline-form"
        onSubmit={rename}
        onKeyDown={(event) => {
          if (event.key === 'Escape') renaming.value = false;
        }}
      >
        <input
          ref={(input) => {
            field.current = input;
            input?.focus();
          }}
          class="field"
          type="text"
          maxLength={100}
          defaultValue={name}
          aria-label={t('topics.newName')}
        />
        <button type="submit" class="button">
          {t('topics.save')}
        </button>
      </form>
    );
  }
  return (
    <div class="actions">
      <button
        type="button"
        class="button small quiet"
        aria-label={t('topics.renameOf', { name })}
        onClick={() => {
          renaming.value = true;
        }}
      >
        {t('topics.rename')}
      </button>
      <button
        type="button"
        class="button small quiet"
        aria-label={t(hidden ? 'topics.unhideOf' : 'topics.hideOf', { name })}
        onClick={() => void acts.hide(topic, !hidden)}
      >
        {t(hidden ? 'topics.unhide' : 'topics.hide')}
      </button>
    </div>
  );
};
