import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import type { Seq } from '../../core/model/memory.ts';
import type { Failure } from '../../core/model/result.ts';
import type { Insertion, InsertionItem, TrustApi } from '../../core/model/trust-api.ts';
import { Modal } from '../components/modal.tsx';
import { TrustDot } from '../components/trust-dot.tsx';
import { formatAge, siteName } from '../format.ts';
import { formatPercent } from '../format-percent.ts';
import { sayFailure, t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import './insertion.css';

export type InsertionVault = Pick<TrustApi, 'previewInsertion' | 'inserted'>;

type Props = {
  readonly vault: InsertionVault;
  readonly seqs: readonly Seq[];
  /** Closes the dialog when it turns false. */
  readonly open: Signal<boolean>;
  readonly copy: (text: string) => Promise<void>;
  /** Told after the block is on the clipboard. */
  readonly onCopied: () => void;
};

const Item = ({ item, confirmed }: { item: InsertionItem; confirmed: Signal<ReadonlySet<Seq>> }) => {
  const { seq, verdict, label, trust, title, site, createdAt } = item;
  const isConfirmed = confirmed.value.has(seq);
  const source = [title, siteName(site), formatAge(createdAt)].filter(Boolean).join(' · ');
  const toggle = () => {
    const next = new Set(confirmed.value);
    if (!next.delete(seq)) next.add(seq);
    confirmed.value = next;
  };
  return (
    <li class={`insertion-item ${verdict}`}>
      <p class="byline">
        <TrustDot label={label} />
        <bdi class="source">{source}</bdi>
        <span>{t('insertion.trust', { share: formatPercent(trust) })}</span>
      </p>
      <p>
        <strong>{t(`insertion.verdict.${verdict}`)}.</strong> {t(`insertion.why.${verdict}`)}
      </p>
      {(verdict === 'needs-confirmation' || isConfirmed) && (
        <label class="choice">
          <input type="checkbox" checked={isConfirmed} onChange={toggle} />
          {t('insertion.confirm')}
        </label>
      )}
    </li>
  );
};

/**
 * What the insert gate makes of some memories, shown before any of it leaves: each with its source, its trust and
 * what was decided; then the very block that is copied. Only the button copies.
 */
export const InsertionPreview = ({ vault, seqs, open, copy, onCopied }: Props) => {
  const confirmed = useSignal<ReadonlySet<Seq>>(new Set());
  const insertion = useSignal<Insertion | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  const failed = (error: unknown) => {
    failure.value = {
      code: 'insertion/failed',
      message: error instanceof Error ? error.message : String(error),
    };
  };
  useSignalEffect(() => {
    const wanted = confirmed.value;
    vault.previewInsertion(seqs, [...wanted]).then((result) => {
      if (confirmed.peek() !== wanted) return;
      if (result.ok) insertion.value = result.value;
      else failure.value = result.error;
    }, failed);
  });
  const run = async ({ block, mark }: Insertion) => {
    try {
      await copy(block);
      await vault.inserted(mark);
      open.value = false;
      onCopied();
    } catch (error) {
      failed(error);
    }
  };
  const shown = insertion.value;
  return (
    <Modal open={open} title={t('insertion.title')} className="insertion">
      <p class="hint">{t('insertion.intro')}</p>
      {failure.value && (
        <p class="notice danger" role="alert">
          {t('insertion.failed')} {sayFailure(failure.value)}
        </p>
      )}
      {shown && (
        <>
          <h3>{t('insertion.items')}</h3>
          <ul class="insertion-items">
            {shown.items.map((item) => (
              <Item key={item.seq} item={item} confirmed={confirmed} />
            ))}
          </ul>
          <h3>{t('insertion.block')}</h3>
          {shown.block === '' ? (
            <p role="status">{t('insertion.nothing')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
            <pre class="insertion-block" dir="auto" tabIndex={0}>
              {shown.block}
            </pre>
          )}
          <div class="actions">
            <button
              type="button"
              class="button primary"
              disabled={shown.block === ''}
              onClick={() => void run(shown)}
            >
              <Icon name="copy" /> {t('insertion.copy')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                open.value = false;
              }}
            >
              {t('action.cancel')}
            </button>
          </div>
        </>
      )}
    </Modal>
  );
};
