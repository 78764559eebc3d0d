import { useTranslation } from '@sw/i18n';
import { Button, Select, TextField } from '@sw/ui';
import type { FormEvent, ReactElement, RefObject } from 'react';
import { useState } from 'react';
import styles from './DataTable.module.css';
import type { TableAddress } from './table-address.ts';
import type { TableFilter } from './table-types.ts';
import type { TableAddressControl } from './use-table-address.ts';

export interface FilterBarProps extends TableAddressControl {
  readonly filters: readonly TableFilter[];
  /** What the search looks through; absent: the list has none. */
  readonly searchLabel?: string | undefined;
  readonly searchRef: RefObject<HTMLFormElement | null>;
}

/** Search and filters over a table. Choices apply at once, typed text with Enter. */
export function FilterBar({
  address,
  change,
  filters,
  searchLabel,
  searchRef,
}: FilterBarProps): ReactElement | null {
  const { t } = useTranslation('admin');
  if (searchLabel === undefined && filters.length === 0) return null;
  const isNarrowed = address.q !== '' || Object.keys(address.filters).length > 0;
  const set = (id: string, value: string): void =>
    change({ filters: without(address.filters, id, value) }, 'push');
  return (
    <search className={styles.filters}>
      {searchLabel !== undefined && (
        <TextFilter
          key={`q ${address.q}`}
          formRef={searchRef}
          label={searchLabel}
          value={address.q}
          onCommit={(q) => change({ q }, 'push')}
        />
      )}
      {filters.map((filter) =>
        filter.options === undefined ? (
          <TextFilter
            key={`${filter.id} ${address.filters[filter.id] ?? ''}`}
            label={filter.label}
            type={filter.type ?? 'text'}
            value={address.filters[filter.id] ?? ''}
            onCommit={(value) => set(filter.id, value)}
          />
        ) : (
          <Select
            key={filter.id}
            label={filter.label}
            className={styles.filter}
            value={knownValue(filter, address)}
            options={[{ value: '', label: t('table.any') }, ...filter.options]}
            onChange={(value) => set(filter.id, value)}
          />
        ),
      )}
      {isNarrowed && (
        <Button variant="bare" onClick={() => change({ q: '', filters: {} }, 'push')}>
          {t('table.clear')}
        </Button>
      )}
    </search>
  );
}

/** A value of the address the filter does not know reads as none. */
const knownValue = (filter: TableFilter, address: TableAddress): string => {
  const value = address.filters[filter.id] ?? '';
  return filter.options?.some((option) => option.value === value) === true ? value : '';
};

const without = (
  filters: Readonly<Record<string, string>>,
  id: string,
  value: string,
): Readonly<Record<string, string>> => {
  const { [id]: _dropped, ...rest } = filters;
  return value === '' ? rest : { ...rest, [id]: value };
};

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'datetime-local';
  readonly onCommit: (value: string) => void;
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

function TextFilter({ label, value, type = 'text', onCommit, formRef }: TextFilterProps): ReactElement {
  const [draft, setDraft] = useState(value);
  const commit = (event?: FormEvent): void => {
    event?.preventDefault();
    const next = draft.trim();
    if (next !== value) onCommit(next);
  };
  return (
    <form ref={formRef ?? null} className={styles.filter} onSubmit={commit}>
      <TextField
        label={label}
        type={type}
        value={draft}
        onChange={setDraft}
        onBlur={() => commit()}
        maxLength={100}
      />
    </form>
  );
}
