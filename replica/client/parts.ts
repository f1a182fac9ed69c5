import type { Chat, Turn } from './chat.ts';
import type { Attributes } from './dom.ts';
import { button, h, ICONS, icon } from './dom.ts';
import type { RowActions } from './renderer.ts';

/** Buttons to walk between the versions of a turn; nothing when it has one only. */
export const versionSteps = (turn: Turn, chat: Chat, actions: RowActions): HTMLElement | undefined => {
  const ids = chat.versions[turn.id];
  if (!ids || ids.length < 2) return undefined;
  return h(
    'div',
    { class: 'versions' },
    button('Previous version', {}, () => actions.step(turn, -1), icon(ICONS.back)),
    h('span', { class: 'tabular-nums' }, `${ids.indexOf(turn.id) + 1}/${ids.length}`),
    button('Next version', {}, () => actions.step(turn, 1), icon(ICONS.forward)),
  );
};

/** Swaps a question for a small editor until it is sent or dropped. */
const openEditor = (place: HTMLElement, turn: Turn, actions: RowActions): void => {
  const field = h('textarea', { 'aria-label': 'Edit message', rows: '3' });
  field.value = turn.text;
  const before = [...place.childNodes];
  place.replaceChildren(
    field,
    h(
      'div',
      { class: 'edit-buttons' },
      button('Cancel', {}, () => place.replaceChildren(...before), 'Cancel'),
      button('Send edit', { class: 'primary' }, () => actions.edit(turn, field.value), 'Send'),
    ),
  );
  field.focus();
};

export const questionActions = (
  turn: Turn,
  chat: Chat,
  actions: RowActions,
  bubble: HTMLElement,
  attributes: Attributes,
): HTMLElement =>
  h(
    'div',
    attributes,
    button('Copy message', { 'data-testid': 'copy-turn-action-button' }, () => copy(turn), icon(ICONS.copy)),
    button('Edit message', {}, () => openEditor(bubble, turn, actions), icon(ICONS.edit)),
    versionSteps(turn, chat, actions),
  );

export const answerActions = (
  turn: Turn,
  chat: Chat,
  actions: RowActions,
  attributes: Attributes,
  ...more: HTMLElement[]
): HTMLElement =>
  h(
    'div',
    attributes,
    button('Copy response', { 'data-testid': 'copy-turn-action-button' }, () => copy(turn), icon(ICONS.copy)),
    button('Try again', {}, () => actions.again(turn.parentId ?? ''), icon(ICONS.again)),
    versionSteps(turn, chat, actions),
    ...more,
  );

const copy = (turn: Turn): void => {
  navigator.clipboard
    .writeText(turn.text)
    .catch((error: unknown) => console.warn('replica: copy refused', error));
};

/** Seconds of the "Thought for …" label; made from the length, so that it is the same on every run. */
export const thoughtSeconds = (turn: Turn): number =>
  Math.max(2, Math.round((turn.thinking?.length ?? 0) / 30));
