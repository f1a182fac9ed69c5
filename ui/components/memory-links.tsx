import type { Seq } from '../../core/model/memory.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import { agentName, formatAge, formatMoment } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import { TrustDot } from './trust-dot.tsx';
import './memory-links.css';

type Props = {
  readonly rows: readonly MemoryRow[];
  /** A line under a memory, e.g. why it is here. */
  readonly noteOf?: (seq: Seq) => string | undefined;
};

/** A short list of memories, each a link to its page. */
export const MemoryLinks = ({ rows, noteOf }: Props) => (
  <ul class="memory-links">
    {rows.map((row) => {
      const note = noteOf?.(row.seq);
      return (
        <li key={row.seq}>
          <a href={`#/memory/${row.seq}`}>
            <bdi class="title">{row.title || t(`role.${row.role}`)}</bdi>
            <span class="words">
              <b>{t(`role.${row.role}`)}</b> <bdi>{row.preview}</bdi>
            </span>
          </a>
          <span class="byline">
            <TrustDot label={row.label} />
            <bdi>{agentName(row.agentId)}</bdi>
            <time dateTime={new Date(row.createdAt).toISOString()} title={formatMoment(row.createdAt)}>
              {formatAge(row.createdAt)}
            </time>
          </span>
          {note !== undefined && <span class="hint note">{note}</span>}
        </li>
      );
    })}
  </ul>
);
