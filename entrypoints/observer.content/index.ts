import { defineContentScript } from 'wxt/utils/define-content-script';
import { contentScriptMatches } from '../chat.content/matches.ts';
import { startObserver } from './start-observer.ts';

export default defineContentScript({
  matches: contentScriptMatches(import.meta.env.MODE),
  runAt: 'document_start',
  world: 'MAIN',
  main: () => startObserver(window),
});
