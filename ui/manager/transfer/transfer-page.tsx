import { t } from '../../i18n/i18n.ts';
import type { PageProps } from '../pages.ts';
import { ExportForm } from './export-form.tsx';
import { ImportForm } from './import-form.tsx';

/** Takes memories out and brings them in. */
export const TransferPage = ({ app }: PageProps) => (
  <div class="page">
    <h1>{t('page.transfer')}</h1>
    <div class="cards">
      <ExportForm app={app} />
      <ImportForm app={app} />
    </div>
  </div>
);
