import type { FacetCount } from '../../../core/model/query.ts';
import { Dropdown } from '../../components/dropdown.tsx';
import { agentName, formatMonth, formatNumber, siteName } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { replaceParams, route } from '../router.ts';
import { FACETS, type FacetName, toggled, withParam } from './filter-params.ts';
import type { ListState } from './list-state.ts';

const labelOf = (facet: FacetName, value: string): string =>
  facet === 'agent' ? agentName(value) : facet === 'site' ? siteName(value) : value;

const FIELD_BY_FACET = { agent: 'agents', site: 'sites', project: 'projects', tag: 'tags' } as const;

/** Values of one facet with their counts; what is chosen stays in the list even when it counts nothing. */
const FacetMenu = ({ facet, counts }: { facet: FacetName; counts: readonly FacetCount[] }) => {
  const { params } = route.value;
  const chosen = params.getAll(facet);
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value));
  const all = [...missing.map((value) => ({ value, count: 0 })), ...counts];
  if (all.length === 0) return null;
  return (
    <Dropdown label={t(`facet.${facet}`)} active={chosen.length > 0}>
      <ul class="facet-values">
        {all.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => replaceParams(toggled(route.value.params, facet, value))}
              />
              <bdi>{labelOf(facet, value)}</bdi>
              <span class="count">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dropdown>
  );
};

const DateMenu = ({ months }: { months: readonly FacetCount[] }) => {
  const { params } = route.value;
  const set = (name: string, value: string) => {
    const next = withParam(route.value.params, name, value);
    if (name === 'month') {
      next.delete('from');
      next.delete('to');
    } else next.delete('month');
    replaceParams(next);
  };
  const month = params.get('month') ?? '';
  return (
    <Dropdown label={t('facet.date')} active={['month', 'from', 'to'].some((name) => params.has(name))}>
      <div class="facet-dates">
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {t(`facet.${name}`)}
            <input
              type="date"
              value={params.get(name) ?? ''}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      <ul class="facet-values">
        {months.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={month === value}
                onChange={() => set('month', month === value ? '' : value)}
              />
              <span>{formatMonth(value)}</span>
              <span class="count">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dropdown>
  );
};

const ActiveFilters = () => {
  const { params } = route.value;
  const chosen = FACETS.flatMap((facet) => params.getAll(facet).map((value) => ({ facet, value })));
  const conversation = params.get('conversation');
  return (
    <>
      {chosen.map(({ facet, value }) => (
        <button
          key={facet + value}
          type="button"
          class="chip active"
          aria-label={t('search.removeToken', { label: labelOf(facet, value) })}
          onClick={() => replaceParams(toggled(route.value.params, facet, value))}
        >
          <bdi>{labelOf(facet, value)}</bdi>
          <Icon name="close" size={12} />
        </button>
      ))}
      {conversation !== null && (
        <button
          type="button"
          class="chip active"
          onClick={() => replaceParams(withParam(route.value.params, 'conversation', ''))}
        >
          {t('facet.oneConversation')}
          <Icon name="close" size={12} />
        </button>
      )}
    </>
  );
};

/** Everything that narrows the list, all of it kept in the address. */
export const FacetBar = ({ list }: { list: ListState }) => {
  const facets = list.facets.value;
  const { params } = route.value;
  const flip = (name: string, value: string) =>
    replaceParams(withParam(route.value.params, name, params.get(name) === value ? '' : value));
  return (
    <div class="facets">
      {FACETS.map((facet) => (
        <FacetMenu key={facet} facet={facet} counts={facets?.[FIELD_BY_FACET[facet]] ?? []} />
      ))}
      <DateMenu months={facets?.months ?? []} />
      <button
        type="button"
        class="chip"
        aria-pressed={params.get('pinned') === '1'}
        onClick={() => flip('pinned', '1')}
      >
        <Icon name="pin" size={14} />
        {t('facet.pinned')}
      </button>
      <button
        type="button"
        class="chip"
        aria-pressed={params.get('state') === 'trashed'}
        onClick={() => flip('state', 'trashed')}
      >
        <Icon name="trash" size={14} />
        {t('facet.trash')}
      </button>
      <ActiveFilters />
      <span class="total">{list.loaded.value && t('memories.total', { n: list.total.value })}</span>
    </div>
  );
};
