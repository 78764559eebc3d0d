import type { CommandOption } from '@sw/ui';
import { CommandList, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useText } from '../../app/text.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { searchChart } from './search-chart.ts';

export interface MapSearchProps {
  readonly model: ChartModel;
  readonly onPick: (row: number) => void;
  readonly onClose: () => void;
}

/** Finds a sector by its number or the name of its station. */
export function MapSearch({ model, onPick, onClose }: MapSearchProps): ReactElement {
  const t = useText();
  const [query, setQuery] = useState('');
  const options = useMemo<readonly CommandOption[]>(
    () =>
      searchChart(model, query).map((row) => ({
        id: String(row),
        label: `#${model.numberAt(row)} ${model.nameAt(row) ?? ''}`.trimEnd(),
        hint: t(`game:map.level_${model.levelAt(row) >= 3 ? 3 : model.levelAt(row) === 2 ? 2 : 1}`),
      })),
    [model, query, t],
  );
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('game:map.find_title')}
      closeLabel={t('common:action.close')}
    >
      <CommandList
        label={t('game:map.find_title')}
        placeholder={t('game:map.find_placeholder')}
        query={query}
        onQuery={setQuery}
        options={options}
        onPick={({ id }) => {
          onClose();
          onPick(Number(id));
        }}
        emptyText={query === '' ? t('game:map.find_hint') : t('game:map.find_none')}
      />
    </Dialog>
  );
}
