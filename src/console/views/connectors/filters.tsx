// The filters of browsing that count for a connector.
import { route, setQuery } from '../../route.ts';
import { PLACES } from './place.ts';

const LABELS: Record<string, string> = {
  from: 'From',
  to: 'To',
  title_search: 'Title',
  team: 'Team',
  meeting_type: 'Meeting type',
  recursive: 'With subfolders',
};

interface FiltersProps {
  /** The query parameters that the connector heeds. */
  names: readonly string[];
  buckets: readonly string[];
}

export function Filters({ names, buckets }: FiltersProps) {
  const { query } = route.value;
  const change = (name: string, value: string) => setQuery({ [name]: value, page: undefined });
  const shown = names.filter((name) => !PLACES.includes(name));
  if (shown.length + buckets.length === 0) return null;
  return (
    <fieldset class="filters" aria-label="Filters">
      {buckets.length > 0 && (
        <label>
          Bucket
          <select
            value={query.bucket ?? buckets[0]}
            onChange={({ currentTarget }) =>
              setQuery({ bucket: currentTarget.value, in: undefined, page: undefined })
            }
          >
            {buckets.map((bucket) => (
              <option key={bucket}>{bucket}</option>
            ))}
          </select>
        </label>
      )}
      {shown.map((name) =>
        name === 'recursive' ? (
          <label key={name} class="tick">
            <input
              type="checkbox"
              checked={query.recursive === 'true'}
              onChange={({ currentTarget }) => change(name, currentTarget.checked ? 'true' : '')}
            />
            {LABELS[name]}
          </label>
        ) : (
          <FilterField
            key={name}
            name={name}
            value={query[name] ?? ''}
            change={(value) => change(name, value)}
          />
        ),
      )}
    </fieldset>
  );
}

interface FilterFieldProps {
  name: string;
  value: string;
  change: (value: string) => void;
}

function FilterField({ name, value, change }: FilterFieldProps) {
  const isDay = name === 'from' || name === 'to';
  return (
    <label>
      {LABELS[name] ?? name}
      <input
        // The types of Preact know each kind of field by itself only.
        type={(isDay ? 'date' : 'search') as 'search'}
        value={value}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </label>
  );
}
