import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Seq } from '../../core/model/memory.ts';
import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/insertion.ts';
import { t } from '../i18n/i18n.ts';
import { InsertionPreview, type InsertionVault } from './insertion-preview.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de'
    ? (await import('../i18n/de/insertion.ts')).de
    : (await import('../i18n/fr/insertion.ts')).fr,
);

/**
 * Opens the preview over the page, whatever the page is; load this module when it is first wanted.
 * @param copy puts the block on the clipboard
 * @returns the words to say when it was copied, undefined when the person closed it
 */
export const openInsertion = async (
  vault: InsertionVault,
  seqs: readonly Seq[],
  copy: (text: string) => Promise<void>,
): Promise<string | undefined> => {
  await messages;
  const root = document.createElement('div');
  document.body.append(root);
  const open = signal(true);
  let said: string | undefined;
  const onCopied = () => {
    said = t('insertion.copied');
  };
  render(<InsertionPreview vault={vault} seqs={seqs} open={open} copy={copy} onCopied={onCopied} />, root);
  await new Promise<void>((resolve) => {
    open.subscribe((shown) => {
      // The dialog closes itself first, so that the focus goes back to where it was.
      if (!shown) setTimeout(resolve);
    });
  });
  render(null, root);
  root.remove();
  return said;
};
