import { type Signal, useSignal } from '@preact/signals';
import { Modal } from '../components/modal.tsx';
import { t } from '../i18n/i18n.ts';
import type { AppState } from './app-state.ts';
import { PAGES } from './pages.ts';
import { hrefOf, navigate } from './router.ts';

type Command = { readonly id: string; readonly words: string; readonly run: () => void };

const commandsOf = (app: AppState, typed: string, onKeys: () => void): Command[] => {
  const change = (settings: Parameters<AppState['vault']['changeSettings']>[0]) => () =>
    void app.attempt(() => app.vault.changeSettings(settings));
  const paused = app.settings.value?.paused ?? false;
  const fixed: Command[] = [
    ...PAGES.filter(({ ofOne }) => !ofOne).map(({ id, title }) => ({
      id,
      words: t('palette.go', { page: t(title) }),
      run: () => navigate(hrefOf(id)),
    })),
    { id: 'trash', words: t('palette.trash'), run: () => navigate('#/memories?state=trashed') },
    { id: 'pinned', words: t('palette.pinned'), run: () => navigate('#/memories?pinned=1') },
    {
      id: 'pause',
      words: t(paused ? 'banner.resume' : 'capture.pause'),
      run: change({ paused: !paused }),
    },
    { id: 'light', words: t('palette.light'), run: change({ theme: 'light' }) },
    { id: 'dark', words: t('palette.dark'), run: change({ theme: 'dark' }) },
    { id: 'system', words: t('palette.system'), run: change({ theme: 'system' }) },
    { id: 'keys', words: t('keys.title'), run: onKeys },
  ];
  const wanted = typed.trim().toLowerCase();
  const found = fixed.filter(({ words }) => words.toLowerCase().includes(wanted));
  if (wanted === '') return found;
  const params = new URLSearchParams({ q: typed.trim() });
  const search = {
    id: 'search',
    words: t('palette.search', { query: typed.trim() }),
    run: () => navigate(hrefOf('memories', params)),
  };
  return [...found, search];
};

type Props = { readonly app: AppState; readonly open: Signal<boolean>; readonly onKeys: () => void };

const PaletteBody = ({ app, open, onKeys }: Props) => {
  const typed = useSignal('');
  const at = useSignal(0);
  const commands = commandsOf(app, typed.value, onKeys);
  const index = Math.min(at.value, commands.length - 1);
  const run = (command: Command | undefined) => {
    open.value = false;
    command?.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') at.value = Math.min(commands.length - 1, index + 1);
    else if (event.key === 'ArrowUp') at.value = Math.max(0, index - 1);
    else if (event.key === 'Enter') run(commands[index]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        class="field"
        type="text"
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={`command-${commands[index]?.id}`}
        placeholder={t('palette.placeholder')}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" class="commands" role="listbox" aria-label={t('palette.title')}>
        {commands.map((command, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox input holds the focus and handles every key
          // biome-ignore lint/a11y/useFocusableInteractive: options are reached through aria-activedescendant
          <div
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={place === index}
            onClick={() => run(command)}
          >
            {command.words}
          </div>
        ))}
      </div>
    </>
  );
};

/** Every page and switch by name, and a search from anywhere. */
export const Palette = (props: Props) => (
  <Modal open={props.open} title={t('palette.title')} className="palette">
    <PaletteBody {...props} />
  </Modal>
);
