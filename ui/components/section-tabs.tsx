import { formatNumber } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import './parts.css';
import './section-tabs.css';

/** Ids of the pages that share one entry of the navigation. */
const SECTIONS = {
  agents: ['agents', 'quarantine', 'events'],
  topics: ['topics', 'graph', 'timeline', 'digests'],
  learning: ['learning', 'lab'],
} as const;

type Props = {
  readonly section: keyof typeof SECTIONS;
  readonly current: string;
  /** Figures beside a page's name, e.g. how much waits there. */
  readonly counts?: Readonly<Record<string, number>>;
};

/** Links between the pages of a section. */
export const SectionTabs = ({ section, current, counts = {} }: Props) => (
  <nav class="section-tabs" aria-label={t(`section.${section}`)}>
    <ul>
      {SECTIONS[section].map((id) => (
        <li key={id}>
          <a href={`#/${id}`} aria-current={id === current ? 'page' : undefined}>
            {t(`page.${id}`)}
            {(counts[id] ?? 0) > 0 && <span class="count">{formatNumber(counts[id] ?? 0)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
