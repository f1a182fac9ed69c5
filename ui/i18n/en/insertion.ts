import type { Catalog } from '../message.ts';

/** Strings of the preview before memories are given to a chat. */
export const en = {
  'insertion.title': 'Copy for a chat',
  'insertion.intro':
    'This block goes to the clipboard. It is framed as reference notes, so that the chat takes none of it for an instruction.',
  'insertion.items': 'Memories in it',
  'insertion.why.as-said': 'It leaves because you confirmed it.',
  'insertion.why.quoted': 'It leaves as a note with its source, not as an instruction.',
  'insertion.why.needs-confirmation':
    'It reads like an instruction to an assistant and stays here unless you confirm it.',
  'insertion.why.refused': 'It is in quarantine, or you revoked who wrote it.',
  'insertion.verdict.as-said': 'Goes in as words you confirmed',
  'insertion.verdict.quoted': 'Goes in as a quotation',
  'insertion.verdict.needs-confirmation': 'Stays out until you confirm it',
  'insertion.verdict.refused': 'Stays out',
  'insertion.confirm': 'I have read it and want it in',
  'insertion.trust': 'Trust {share}',
  'insertion.block': 'What will be copied',
  'insertion.nothing': 'Nothing would be copied. Confirm a memory, or choose others.',
  'insertion.copy': 'Copy the block',
  'insertion.copied': 'Copied. Paste it into the chat.',
  'insertion.failed': 'The block could not be made. Nothing was copied.',
} as const satisfies Catalog;
