import { button, h, ICONS, icon } from './dom.ts';

export type Composer = {
  /** Shows the stop control while an answer is being written, else the send control. */
  readonly setRunning: (running: boolean) => void;
  readonly focus: () => void;
};

const SITE = {
  chatgpt: {
    editor: {
      id: 'prompt-textarea',
      class: 'ProseMirror',
      'data-composer-markdown': '',
      'aria-label': 'Ask anything',
      'data-placeholder': 'Ask anything',
    },
    send: { 'data-testid': 'send-button', id: 'composer-submit-button' },
    stop: { 'data-testid': 'stop-button' },
    stopLabel: 'Stop streaming',
  },
  claude: {
    editor: {
      class: 'tiptap ProseMirror',
      'data-testid': 'chat-input',
      'aria-label': 'Write your prompt to Claude',
      'data-placeholder': 'How can I help you today?',
    },
    send: { 'data-testid': 'chat-input-send' },
    stop: { 'data-testid': 'chat-input-stop' },
    stopLabel: 'Stop response',
  },
} as const;

/** Fills `place` with the composer of a site: an editor, and send or stop. Enter sends, Shift+Enter breaks the line. */
export const fillComposer = (
  place: HTMLElement,
  site: keyof typeof SITE,
  onSend: (text: string) => void,
  onStop: () => void,
): Composer => {
  const names = SITE[site];
  const editor = h('div', {
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    translate: 'no',
    ...names.editor,
  });
  editor.append(h('p'));
  const submit = (): void => {
    const text = editor.innerText.replace(/\u00a0/g, ' ').trim();
    if (!text) return;
    editor.replaceChildren(h('p'));
    onSend(text);
  };
  const slot = h('div', { class: 'composer-buttons' });
  const send = button('Send message', { ...names.send, class: 'send' }, submit, icon(ICONS.send));
  const stop = button(names.stopLabel, { ...names.stop, class: 'send' }, onStop, icon(ICONS.stop));
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (slot.contains(send)) submit();
  });
  place.classList.add('composer');
  place.addEventListener('submit', (event) => event.preventDefault());
  place.append(editor, slot);
  slot.append(send);
  return {
    setRunning: (running) => {
      const wanted = running ? stop : send;
      if (!slot.contains(wanted)) slot.replaceChildren(wanted);
    },
    focus: () => editor.focus(),
  };
};
