import type { Catalog } from '../message.ts';

/** Strings of the welcome page. */
export const en = {
  'welcome.title': 'Recollect remembers what you discuss with AI',
  'welcome.lead':
    'It is ready. Talk to ChatGPT or Claude as you always do; what is said can be found again in a moment.',
  'welcome.kept': 'What is kept, and where',
  'welcome.kept.what':
    'Your messages and the answers, with their code and tables, from the sites you choose below. Temporary and incognito chats are left alone.',
  'welcome.kept.where':
    'All of it stays in this browser on this machine. Recollect has no server and cannot send anything: the browser itself blocks it.',
  'welcome.kept.gone':
    'You can take everything out as a file, and erase any part of it so that it is gone from the disk.',
  'welcome.sites': 'Sites',
  'welcome.sites.hint': 'Switch one off and nothing of it is kept.',
  'welcome.find': 'Find it again',
  'welcome.find.shortcut': 'Press {keys}, or the Recollect button in the toolbar, and type a few words.',
  'welcome.find.noShortcut': 'Press the Recollect button in the toolbar and type a few words.',
  'welcome.find.first': 'Say something in a chat first:',
  'welcome.old': 'Bring what you already have',
  'welcome.old.text': 'A Recollect archive from another browser can be imported.',
  'welcome.old.action': 'Import an archive',
  'welcome.open': 'Open my memories',
} as const satisfies Catalog;
