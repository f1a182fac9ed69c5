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
  'welcome.sample.1.title': 'Sourdough in a cold kitchen',
  'welcome.sample.1':
    'How long should the dough rest at 17 °C? About nine hours: watch the dough, not the clock.',
  'welcome.sample.2.title': 'A ferry in the morning',
  'welcome.sample.2':
    'The ferry to the island leaves the north pier at seven; bicycles travel free before eight.',
  'welcome.sample.3.title': 'Slow query on orders',
  'welcome.sample.3':
    'Why does the query ignore the index? The planner expects too many rows: run ANALYZE first.',
  'welcome.sample.4.title': 'Pruning the plum tree',
  'welcome.sample.4': 'Prune plums in summer, after the harvest, so that silver leaf cannot enter the cuts.',
  'welcome.try': 'Try it now',
  'welcome.try.text': 'Add four sample notes and search them here. You can remove them again with one press.',
  'welcome.try.add': 'Add the samples',
  'welcome.try.field': 'Search the samples',
  'welcome.try.hint': 'Try “ferry”, “prune plum” or “dough rest”.',
  'welcome.try.none': 'None of the samples matches.',
  'welcome.try.found': { one: '{n} sample found', other: '{n} samples found' },
  'welcome.try.remove': 'Remove the samples',
  'welcome.try.removed': 'The samples are gone from your memory, and from the disk in a moment.',
  'welcome.find.bar':
    'In the address bar, type mem, a space and a few words. On any page, select words and press the right mouse button to remember or find them.',
  'welcome.old': 'Bring what you already have',
  'welcome.old.text': 'A Recollect archive from another browser can be imported.',
  'welcome.old.action': 'Import an archive',
  'welcome.open': 'Open my memories',
} as const satisfies Catalog;
