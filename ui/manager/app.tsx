import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Waiting } from '../components/waiting.tsx';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { AppState } from './app-state.ts';
import { Banners } from './banners.tsx';
import { KeySheet } from './key-sheet.tsx';
import { PAGES, type PageProps, pageOf } from './pages.ts';
import { Palette } from './palette.tsx';
import { route } from './router.ts';
import { Toasts } from './toasts.tsx';

const Navigation = ({ current }: { current: string }) => {
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the entries scroll sideways.
  useLayoutEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav class="nav" ref={nav} aria-label={t('nav.label')}>
      <a class="brand" href="#/memories">
        <img src="/icon/mark.svg" alt="" width={28} height={28} />
        <span>{t('app.name')}</span>
      </a>
      <ul>
        {PAGES.map(
          ({ id, icon, title }) =>
            icon && (
              <li key={id}>
                <a href={`#/${id}`} aria-current={current === id ? 'page' : undefined}>
                  <Icon name={icon} size={20} />
                  <span>{t(title)}</span>
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');

/** The manager: navigation, the page of the address, and what floats over all pages. */
export const App = ({ app }: { app: AppState }) => {
  const palette = useSignal(false);
  const keys = useSignal(false);
  const shown = useSignal<{ readonly id: string; readonly Body: ComponentType<PageProps> } | undefined>(
    undefined,
  );
  const main = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    const page = pageOf(route.value.page);
    if (shown.peek()?.id === page.id) return;
    void app.attempt(async () => {
      const Body = await page.load();
      if (pageOf(route.peek().page).id !== page.id) return;
      const moved = shown.peek() !== undefined;
      shown.value = { id: page.id, Body };
      if (moved) main.current?.focus({ preventScroll: true });
    });
  });
  useSignalEffect(() => {
    document.title = `${t(pageOf(route.value.page).title)} · ${t('app.name')}`;
  });
  // With the first paint: a key pressed as soon as the page is seen is heard.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === 'k') palette.value = !palette.value;
      else if (command && event.key === 'z' && !isTyping(event.target)) app.undoLast();
      else if (event.key === '?' && !isTyping(event.target)) keys.value = true;
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const page = pageOf(route.value.page);
  const Body = shown.value?.Body;
  return (
    <div class="shell">
      <button type="button" class="skip button" onClick={() => main.current?.focus()}>
        {t('nav.skip')}
      </button>
      <Navigation current={page.under ?? page.id} />
      <main id="main" ref={main} tabIndex={-1}>
        <Banners app={app} />
        {Body ? <Body app={app} id={route.value.id} /> : <Waiting rows={6} />}
      </main>
      <Toasts app={app} />
      <Palette app={app} open={palette} onKeys={() => (keys.value = true)} />
      <KeySheet open={keys} />
    </div>
  );
};
