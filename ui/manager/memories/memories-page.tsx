import { useComputed, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { completionsOf } from '../../query/completions.ts';
import { TokenBar } from '../../query/token-bar.tsx';
import type { PageProps } from '../pages.ts';
import { replaceParams, route } from '../router.ts';
import { memoryActs } from './acts.ts';
import { FacetBar } from './facet-bar.tsx';
import { filterOf, withParam } from './filter-params.ts';
import { keepSearches } from './keep-searches.ts';
import { ListState } from './list-state.ts';
import { QuestionBar } from './question-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { VirtualList } from './virtual-list.tsx';

const SEARCH_PAUSE_MS = 60;

type NothingProps = { readonly narrowed: boolean; readonly trash: boolean; readonly extension: boolean };

const Nothing = ({ narrowed, trash, extension }: NothingProps) => {
  if (trash) return <EmptyState title={t('memories.trashEmpty')} text={t('memories.trashEmptyText')} />;
  if (!narrowed) {
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        {extension ? (
          <a class="button" href="/welcome.html">
            {t('empty.action')}
          </a>
        ) : (
          <a class="button" href="#/transfer">
            {t('page.transfer')}
          </a>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('memories.none')} text={t('memories.noneText')}>
      <button type="button" class="button" onClick={() => replaceParams(new URLSearchParams())}>
        {t('memories.clearAll')}
      </button>
    </EmptyState>
  );
};

/** Everything that is remembered, newest first, narrowed by facets and searched by the popup's engine. */
export const MemoriesPage = ({ app }: PageProps) => {
  const list = useMemo(() => new ListState(app.vault), [app]);
  const acts = useMemo(() => memoryActs(app, list), [app, list]);
  const search = useRef<HTMLInputElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The hash of another page also changes the route while this one is still shown.
  const address = useComputed(() =>
    route.value.page === 'memories' ? route.value.params.toString() : undefined,
  );

  useSignalEffect(() => {
    const query = address.value;
    if (query === undefined) return;
    const params = new URLSearchParams(query);
    if (search.current && search.current !== document.activeElement)
      search.current.value = params.get('q') ?? '';
    void app.attempt(() => list.show(params.get('q') ?? '', filterOf(params)));
  });
  useSignalEffect(() => {
    if (app.version.value > 0) void app.attempt(() => list.reload());
  });
  useLayoutEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      search.current?.select();
    };
    addEventListener('keydown', focusSearch);
    return () => removeEventListener('keydown', focusSearch);
  }, []);

  const { params } = route.value;
  const trash = params.get('state') === 'trashed';
  const saved = app.settings.value?.savedSearches ?? [];
  const onInput = (value: string) => {
    clearTimeout(typing.current);
    typing.current = setTimeout(
      () => replaceParams(withParam(route.value.params, 'q', value)),
      SEARCH_PAUSE_MS,
    );
  };
  const setQuery = (value: string) => {
    if (search.current) {
      search.current.value = value;
      search.current.focus();
    }
    replaceParams(withParam(route.value.params, 'q', value));
  };
  const onKey = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    const { value, selectionEnd } = event.currentTarget;
    const [first] = completionsOf(value, list.facets.value, saved);
    if (event.key !== 'ArrowRight' || selectionEnd !== value.length || !first) return;
    event.preventDefault();
    clearTimeout(typing.current);
    setQuery(first.query);
  };
  const nothing = list.loaded.value && list.total.value === 0;
  // The last memory that goes takes the focus with it; the next thing to do is another search.
  const some = list.total.value > 0;
  const hadSome = useRef(false);
  useLayoutEffect(() => {
    if (nothing && hadSome.current && document.activeElement === document.body) search.current?.focus();
    hadSome.current = some;
  }, [nothing, some]);
  return (
    <div class="memories">
      <h1 class="visually-hidden">{t('page.memories')}</h1>
      <search class="memories-head">
        <label class="search-box">
          <Icon name="search" />
          <span class="visually-hidden">{t('search.label')}</span>
          <input
            ref={search}
            type="search"
            defaultValue={params.get('q') ?? ''}
            placeholder={t('search.placeholder')}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={onKey}
          />
          <kbd class="wide-only">/</kbd>
        </label>
        <TokenBar
          query={params.get('q') ?? ''}
          tokens={list.tokens.value}
          completions={completionsOf(params.get('q') ?? '', list.facets.value, saved)}
          saved={saved}
          onQuery={setQuery}
          onSaved={(next) => void keepSearches(app, next)}
        />
        {list.quarantined.value > 0 && (
          <p class="hint">{t('search.quarantined', { n: list.quarantined.value })}</p>
        )}
        {list.selected.value.size > 0 ? (
          <SelectionBar app={app} list={list} acts={acts} trash={trash} />
        ) : (
          <FacetBar list={list} />
        )}
      </search>
      {!list.loaded.value && list.total.value === 0 && <Waiting rows={8} />}
      {nothing ? (
        <Nothing narrowed={params.size > 0} trash={trash} extension={app.platform.kind === 'extension'} />
      ) : (
        <VirtualList list={list} acts={acts} app={app} />
      )}
      <QuestionBar app={app} list={list} />
      <p class="visually-hidden" role="status">
        {list.loaded.value && t('search.results', { n: list.total.value })}
      </p>
    </div>
  );
};
