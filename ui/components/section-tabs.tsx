import { formatNumber } from '../format.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import { pageOf } from '../manager/pages.ts';
import './section-tabs.css';

type Props = {
  readonly label: MessageKey;
  /** Ids of the pages that belong together. */
  readonly pages: readonly string[];
  readonly current: string;
  /** Figures beside a page's name, e.g. how much waits there. */
  readonly counts?: Readonly<Record<string, number>>;
};

/** Links between pages that share one entry of the navigation. */
export const SectionTabs = ({ label, pages, current, counts = {} }: Props) => (
  <nav class="section-tabs" aria-label={t(label)}>
    <ul>
      {pages.map((id) => (
        <li key={id}>
          <a href={`#/${id}`} aria-current={id === current ? 'page' : undefined}>
            {t(pageOf(id).title)}
            {(counts[id] ?? 0) > 0 && <span class="count">{formatNumber(counts[id] ?? 0)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
