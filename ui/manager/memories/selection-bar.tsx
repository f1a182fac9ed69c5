import { useRef } from 'preact/hooks';
import { Dropdown } from '../../components/dropdown.tsx';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { CopyForChat } from '../../insertion/copy-for-chat.tsx';
import type { AppState } from '../app-state.ts';
import { navigate } from '../router.ts';
import { exportSelection } from '../transfer/selection.ts';
import type { MemoryActs } from './acts.ts';
import type { ListState } from './list-state.ts';

type Props = {
  readonly app: AppState;
  readonly list: ListState;
  readonly acts: MemoryActs;
  readonly trash: boolean;
};

/** Acts on everything that is selected. */
export const SelectionBar = ({ app, list, acts, trash }: Props) => {
  const tag = useRef<HTMLInputElement>(null);
  const seqs = [...list.selected.value];
  const addTag = (event: Event) => {
    event.preventDefault();
    const value = tag.current?.value.trim() ?? '';
    if (value !== '') void acts.tag(seqs, value);
  };
  return (
    <div class="facets" role="toolbar" aria-label={t('selection.label')}>
      <strong>{t('selection.count', { n: seqs.length })}</strong>
      <button type="button" class="chip" onClick={() => void app.attempt(() => list.selectAll())}>
        {t('selection.all', { n: list.total.value })}
      </button>
      {trash ? (
        <>
          <button type="button" class="chip" onClick={() => void acts.restore(seqs)}>
            <Icon name="restore" size={14} />
            {t('action.restore')}
          </button>
          <button type="button" class="chip" onClick={() => void acts.erase(seqs)}>
            <Icon name="trash" size={14} />
            {t('action.erase')}
          </button>
        </>
      ) : (
        <>
          <Dropdown label={t('action.tag')}>
            <form class="tag-form" onSubmit={addTag}>
              <label>
                {t('selection.newTag')}
                <input ref={tag} type="text" maxLength={60} list="known-tags" />
              </label>
              <datalist id="known-tags">
                {list.facets.value?.tags.map(({ value }) => (
                  <option key={value} value={value} />
                ))}
              </datalist>
              <button type="submit" class="button primary small">
                {t('action.tag')}
              </button>
            </form>
          </Dropdown>
          <CopyForChat app={app} seqs={seqs} className="chip" />
          <button type="button" class="chip" onClick={() => void acts.pin(seqs, true)}>
            <Icon name="pin" size={14} />
            {t('action.pin')}
          </button>
          <button
            type="button"
            class="chip"
            onClick={() => {
              exportSelection.value = seqs;
              navigate('#/transfer');
            }}
          >
            <Icon name="download" size={14} />
            {t('action.export')}
          </button>
          <button type="button" class="chip" onClick={() => void acts.trash(seqs)}>
            <Icon name="trash" size={14} />
            {t('action.delete')}
          </button>
        </>
      )}
      <button type="button" class="chip" onClick={() => list.clearSelection()}>
        <Icon name="close" size={12} />
        {t('selection.clear')}
      </button>
    </div>
  );
};
