import { t } from '../i18n/i18n.ts';

type End = 'from' | 'to';
type Props = {
  readonly from: string;
  readonly to: string;
  readonly onChange: (end: End, day: string) => void;
};

/** Two fields for the first and the last day, `YYYY-MM-DD`, empty while none is chosen. */
export const DateRange = ({ onChange, ...days }: Props) => (
  <div class="pair">
    {(['from', 'to'] as const).map((end) => (
      <label key={end}>
        {t(`facet.${end}`)}
        <input
          class="field"
          type="date"
          value={days[end]}
          onChange={(event) => onChange(end, event.currentTarget.value)}
        />
      </label>
    ))}
  </div>
);
