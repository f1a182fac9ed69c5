import type { Memory } from '../../../core/model/memory.ts';
import type { ConversationView } from '../../../core/model/query.ts';
import { agentName, formatMoment, formatNumber, siteName } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import { evidenceWords } from './evidence-words.ts';

type Props = { readonly memory: Memory; readonly view: ConversationView | undefined };

/** Where the words come from, how they were read, and how much of the conversation was seen. */
export const Provenance = ({ memory, view }: Props) => {
  const { conversation } = view ?? {};
  const site = memory.agentId.split('/')[0] ?? '';
  const completeness = conversation?.completeness;
  const turns = formatNumber(conversation?.turnCount ?? 0);
  const facts: readonly (readonly [words: string, value: string | undefined])[] = [
    [t('provenance.trust'), t(`label.${memory.label}`)],
    [t('provenance.pasted'), memory.pasted && t(`provenance.pasted.${memory.pasted}`)],
    [t('provenance.agent'), agentName(memory.agentId)],
    [t('provenance.site'), siteName(site)],
    [t('provenance.project'), conversation?.project],
    [t('provenance.said'), formatMoment(memory.createdAt)],
    [t('provenance.captured'), formatMoment(memory.capturedAt)],
    [
      t('provenance.changed'),
      memory.updatedAt > memory.capturedAt ? formatMoment(memory.updatedAt) : undefined,
    ],
    [t('provenance.read'), t(`source.${memory.source}`)],
    [t('provenance.corroborated'), t(memory.corroborated ? 'provenance.yes' : 'provenance.no')],
    [t('provenance.branch'), memory.offBranch ? t('provenance.offBranch') : undefined],
    [
      t('provenance.length'),
      memory.indexedLength < memory.length
        ? t('provenance.partIndexed', { n: memory.length, indexed: memory.indexedLength })
        : t('provenance.characters', { n: memory.length }),
    ],
    [t('provenance.attachments'), memory.attachments.join(', ') || undefined],
    [
      t('provenance.completeness'),
      completeness &&
        t(completeness.complete ? 'provenance.complete' : 'provenance.incomplete', {
          turns,
          total: completeness.total === undefined ? '?' : formatNumber(completeness.total),
        }),
    ],
    [t('provenance.evidence'), completeness && evidenceWords(completeness.evidence)],
  ];
  return (
    <section class="card">
      <h2>{t('provenance.title')}</h2>
      <dl class="facts">
        {facts.map(
          ([words, value]) =>
            value !== undefined && (
              <div key={words}>
                <dt>{words}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {conversation && (
        <a href={`#/memories?conversation=${encodeURIComponent(conversation.key)}`}>
          {t('detail.conversation')}
        </a>
      )}
    </section>
  );
};
