import { effect } from '@preact/signals-core';
import { type ComponentChild, render } from 'preact';
import type { VaultApi } from '../../core/model/vault-api.ts';
import { language, t } from '../i18n/i18n.ts';
import { isInsertionKey } from '../insertion/insertion-key.ts';
import { CaptureBar } from './capture-bar.tsx';
import { type PopupPlatform, PopupState } from './popup-state.ts';
import { ResultList } from './result-list.tsx';
import { optionId } from './result-row.tsx';

const EXACT_TOTAL = 1_000;

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`popup.html lacks #${id}`);
  return found;
};

const announcement = (state: PopupState): string => {
  if (state.said.value) return state.said.value;
  if (!state.settled.value || state.query.value.trim() === '') return '';
  const n = state.total.value;
  if (n === 0) return t('search.none', { query: state.query.value.trim() });
  return t(n > EXACT_TOTAL ? 'search.many' : 'search.results', { n });
};

type Props = { readonly state: PopupState; readonly onQuery: (query: string) => void };

const Tokens = ({ state, onQuery }: Props) => {
  const TokenBar = state.later.value?.TokenBar;
  if (!TokenBar) return null;
  return (
    <TokenBar
      query={state.query.value}
      tokens={state.tokens.value}
      completions={state.completions.value}
      saved={state.saved.value}
      onQuery={onQuery}
      onSaved={(saved) => void state.keepSearches(saved)}
    />
  );
};

const Actions = ({ state, onQuery }: Props) => {
  const ActionBar = state.later.value?.ActionBar;
  // The room is kept, so that nothing moves when the bar comes.
  return ActionBar ? <ActionBar state={state} onQuery={onQuery} /> : <div class="popup-actions" />;
};

const Why = ({ state }: { readonly state: PopupState }) => {
  const WhyDrawer = state.later.value?.WhyDrawer;
  return WhyDrawer ? <WhyDrawer state={state} /> : null;
};

/** Every key of the search field. Answers whether the key was used. */
const onKey = (state: PopupState, input: HTMLInputElement, event: KeyboardEvent): boolean => {
  const chosen = input.selectionStart !== input.selectionEnd;
  const atEnd = input.selectionEnd === input.value.length;
  const completion = state.completions.value[0];
  if (event.isComposing) return false;
  if (isInsertionKey(event)) void state.copyForChat();
  else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && !chosen) void state.copy();
  else if ((event.ctrlKey || event.metaKey) && event.key === 'i')
    state.explaining.value = !state.explaining.value;
  else if (event.ctrlKey || event.metaKey || event.altKey) return false;
  else if (event.key === 'ArrowDown') state.move(1);
  else if (event.key === 'ArrowUp') state.move(-1);
  else if (event.key === 'Home') state.move('first');
  else if (event.key === 'End') state.move('last');
  else if (event.key === 'Enter') state.open();
  else if (event.key === 'ArrowRight' && atEnd && completion) setQuery(state, input, completion.query);
  else if (event.key === 'Escape' && input.value !== '') setQuery(state, input, '');
  else return false;
  return true;
};

const setQuery = (state: PopupState, input: HTMLInputElement, query: string): void => {
  input.value = query;
  input.focus();
  void state.type(query);
};

/**
 * Renders into a part of the shell, again whenever a signal that was read has changed. The popup is small enough to
 * be rendered as a whole, which spares it the binding of signals to components and what that brings.
 */
const show = (id: string, view: () => ComponentChild, rendered?: () => void): void => {
  const place = element(id);
  effect(() => {
    render(view(), place);
    rendered?.();
  });
};

/** Scrolls to the selected row when another one was selected. */
const followSelection = (state: PopupState): (() => void) => {
  let last: number | undefined;
  return () => {
    const { value: seq } = state.selected;
    if (seq !== last && seq !== undefined)
      document.getElementById(optionId(seq))?.scrollIntoView({ block: 'nearest' });
    last = seq;
  };
};

/**
 * Brings the static shell of popup.html to life. What was typed before is searched.
 * @param vault the vault, still connecting: nothing here waits for it before the first paint
 */
export const mountPopup = (vault: Promise<VaultApi>, platform: PopupPlatform): PopupState => {
  const state = new PopupState(vault, platform);
  const input = element('query') as HTMLInputElement;
  input.focus();
  const onQuery = (query: string) => setQuery(state, input, query);
  input.addEventListener('input', () => void state.type(input.value));
  input.addEventListener('keydown', (event) => {
    if (onKey(state, input, event)) event.preventDefault();
  });
  show('tokens', () => <Tokens state={state} onQuery={onQuery} />);
  const onHelp = () => platform.openManager('#/welcome');
  show('list', () => <ResultList state={state} onQuery={onQuery} onHelp={onHelp} />, followSelection(state));
  show('foot', () => (
    <>
      <Why state={state} />
      <Actions state={state} onQuery={onQuery} />
      <CaptureBar state={state} />
    </>
  ));
  effect(() => {
    const { value: seq } = state.selected;
    input.setAttribute('aria-expanded', String(state.items.value.length > 0));
    if (seq === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', optionId(seq));
  });
  effect(() => {
    element('said').textContent = announcement(state);
    // Names the query that the list answers; absent while another one is being searched.
    if (state.settled.value) element('list').dataset['answers'] = state.query.value;
    else delete element('list').dataset['answers'];
  });
  effect(() => {
    if (language.value !== 'en') input.placeholder = t('search.placeholder');
    input.setAttribute('aria-label', t('search.label'));
  });
  effect(() => {
    if (state.said.value) setTimeout(() => (state.said.value = ''), 2_500);
  });
  if (input.value !== '') state.query.value = input.value;
  void state.start();
  return state;
};
