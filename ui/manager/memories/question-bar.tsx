import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Question } from '../../../core/model/learning-api.ts';
import type { MemoryRow } from '../../../core/model/query.ts';
import { fullVault } from '../../full-vault.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import type { ListState } from './list-state.ts';
import './question.css';

/** Results that stay in sight this long are being looked at. */
const REST_MS = 1_500;

type Props = { readonly app: AppState; readonly list: ListState };
type Asked = { readonly question: Question; readonly rows: readonly MemoryRow[]; readonly query: string };

/** Once a day at most, and only where the person allows it: which of two results fits the search better. */
export const QuestionBar = ({ app, list }: Props) => {
  const asked = useSignal<Asked | undefined>(undefined);
  // A value of its own: that a question was asked is a change of settings too, and must not take it away.
  const asking = useComputed(() => app.settings.value?.asking === true);
  const ask = async (impression: string) => {
    const question = await fullVault(app).question(impression);
    if (!question || list.impression.peek() !== impression) return;
    const shown = new Map(list.hits.peek()?.map(({ row }) => [row.seq, row]));
    const rows = question.results.flatMap((seq) => shown.get(seq) ?? []);
    if (rows.length === 2) asked.value = { question, rows, query: list.query.peek().trim() };
  };
  useSignalEffect(() => {
    const impression = list.impression.value;
    asked.value = undefined;
    if (impression === undefined || !asking.value) return;
    const timer = setTimeout(() => void app.attempt(() => ask(impression)), REST_MS);
    return () => clearTimeout(timer);
  });
  if (!asked.value) return null;
  const { question, rows, query } = asked.value;
  const answer = (seq: number) =>
    app.attempt(async () => {
      asked.value = undefined;
      await fullVault(app).signal(question.impression, seq, 'chosen');
      app.say(t('ask.thanks'));
    });
  return (
    <aside class="question" aria-labelledby="question-title">
      <p id="question-title">
        <bdi>{t('ask.title', { query })}</bdi>
      </p>
      <div class="question-choices">
        {rows.map((row) => (
          <button key={row.seq} type="button" class="button choice" onClick={() => void answer(row.seq)}>
            <strong>{row.title}</strong>
            <span>{row.preview}</span>
          </button>
        ))}
        <button
          type="button"
          class="button ghost"
          onClick={() => {
            asked.value = undefined;
          }}
        >
          {t('ask.neither')}
        </button>
      </div>
    </aside>
  );
};
