import { OUTCOMES } from '../utils/ledger/entry';
import type { HistoryFacets, HistoryFilter } from '../utils/messages/history';
import { OUTCOME_LABELS, siteName } from '../utils/ui/outcomes';
import css from './HistoryFilters.module.css';
import { SelectField } from './SelectField';

interface Props {
  facets: HistoryFacets;
  filter: HistoryFilter;
  onPick(change: HistoryFilter): void;
}

const ANY = '';
/** Private windows have no site; neither has "any". */
const PRIVATE = ' ';

/** Which tasks are listed. */
export function HistoryFilters({ facets, filter, onPick }: Props) {
  const all = (label: string) => ({ value: ANY, label });
  const sites = filter.site === undefined ? facets.sites : [...new Set([...facets.sites, filter.site])];
  return (
    <div class={css['filters']}>
      <SelectField
        label="Service"
        value={filter.service ?? ANY}
        choices={[all('All services'), ...facets.services.map(({ id, label }) => ({ value: id, label }))]}
        onPick={(service) => onPick({ service: service || undefined })}
      />
      <SelectField
        label="Site"
        value={filter.site === undefined ? ANY : filter.site || PRIVATE}
        choices={[all('All sites'), ...sites.map((site) => ({ value: site || PRIVATE, label: siteName(site) }))]}
        onPick={(site) => onPick({ site: site === ANY ? undefined : site.trim() })}
      />
      <SelectField
        label="Outcome"
        value={filter.outcome ?? ANY}
        choices={[
          { value: ANY, label: 'All outcomes' },
          ...OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_LABELS[outcome] })),
        ]}
        onPick={(outcome) => onPick({ outcome: outcome || undefined })}
      />
    </div>
  );
}
