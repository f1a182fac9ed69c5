import type { Catalog } from '../message.ts';

/** Strings of the digests. */
export const en = {
  'digests.intro':
    'What was discussed in a day, a project or a conversation: its topics and its key sentences, word for word. Nothing is rewritten.',
  'digests.kind': 'Digest of',
  'digests.kind.day': 'A day',
  'digests.kind.project': 'A project',
  'digests.kind.conversation': 'A conversation',
  'digests.day': 'Day',
  'digests.before': 'The day before',
  'digests.after': 'The day after',
  'digests.project': 'Project',
  'digests.conversation': 'Conversation',
  'digests.choose': 'Choose…',
  'digests.noProjects': 'None of your conversations belongs to a project yet.',
  'digests.empty': 'Nothing was discussed here',
  'digests.emptyText': 'A digest of what was said appears here once something was captured.',
  'digests.emptyAction': 'Go to Memories',
  'digests.latest': 'Go to the latest day',
  'digests.choosePrompt': 'Choose what to look back on',
  'digests.choosePromptText': 'Its topics, key sentences and links appear here.',
  'digests.coverage': 'Quotes from {conversations} of {ofConversations} conversations',
  'digests.quarantined': {
    one: '{n} memory in quarantine left out',
    other: '{n} memories in quarantine left out',
  },
  'digests.topics': 'Topics',
  'digests.topicCount': '{name} ({count})',
  'digests.sentences': 'Key sentences',
  'digests.noSentences': 'Nothing stands out.',
  'digests.links': 'Links that were mentioned',
  'digests.copy': 'Copy as Markdown',
  'digests.show': 'Show the memories',
} as const satisfies Catalog;
