import { useRef } from 'preact/hooks';
import type { Memory } from '../../../core/model/memory.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import type { MemoryActs } from '../memories/acts.ts';

export const TagEditor = ({ memory, acts }: { memory: Memory; acts: MemoryActs }) => {
  const input = useRef<HTMLInputElement>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const field = input.current;
    const tag = field?.value.trim() ?? '';
    if (!field || tag === '') return;
    field.value = '';
    void acts.tag([memory.seq], tag);
  };
  return (
    <section class="card">
      <h2>{t('detail.tags')}</h2>
      <div class="chips">
        {memory.tags.map((tag) => (
          <button
            key={tag}
            type="button"
            class="chip"
            aria-label={t('detail.removeTag', { tag })}
            onClick={() => void acts.untag([memory.seq], tag)}
          >
            <bdi>{tag}</bdi>
            <Icon name="close" size={12} />
          </button>
        ))}
      </div>
      <form class="inline-form" onSubmit={add}>
        <input
          ref={input}
          class="field"
          type="text"
          maxLength={60}
          aria-label={t('selection.newTag')}
          placeholder={t('selection.newTag')}
        />
        <button type="submit" class="button small">
          {t('action.tag')}
        </button>
      </form>
    </section>
  );
};
