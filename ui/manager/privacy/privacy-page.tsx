import { useSignal, useSignalEffect } from '@preact/signals';
import type { Receipt, StoredKind } from '../../../core/model/vault-api.ts';
import { t } from '../../i18n/i18n.ts';
import type { PageProps } from '../pages.ts';
import { EraseAll } from './erase-all.tsx';
import { EraseForm } from './erase-form.tsx';
import { Inventory } from './inventory.tsx';
import { NetworkProof } from './network-proof.tsx';
import { Permissions } from './permissions.tsx';
import { Receipts } from './receipts.tsx';

/** Everything stored, erasing it, and proof of both. */
export const PrivacyPage = ({ app }: PageProps) => {
  const kinds = useSignal<readonly StoredKind[]>([]);
  const receipts = useSignal<readonly Receipt[]>([]);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      [kinds.value, receipts.value] = await Promise.all([app.vault.inventory(), app.vault.receipts()]);
    });
  });
  return (
    <div class="page">
      <h1>{t('page.privacy')}</h1>
      <Inventory kinds={kinds.value} />
      <div class="cards">
        <EraseForm app={app} />
        <EraseAll app={app} />
      </div>
      <Receipts receipts={receipts.value} />
      <div class="cards">
        <NetworkProof policy={app.platform.contentSecurityPolicy} />
        <Permissions app={app} />
      </div>
    </div>
  );
};
