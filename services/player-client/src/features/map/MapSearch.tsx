import type { CommandOption } from '@sw/ui';
import { CommandList, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import type { FoundSector } from './use-map-search.ts';
import { useMapSearch } from './use-map-search.ts';

export interface MapSearchProps {
  readonly model: ChartModel;
  readonly onPick: (found: FoundSector) => void;
  readonly onClose: () => void;
}

/** Finds a sector by number, name, station, planet, bookmark or note, in every region one knows. */
export function MapSearch({ model, onPick, onClose }: MapSearchProps): ReactElement {
  const t = useText();
  const [query, setQuery] = useState('');
  const found = useMapSearch(model, query);
  const hint = ({ regionName, level, turns }: FoundSector): string =>
    [
      t(`map:level_${level >= 3 ? 3 : level === 2 ? 2 : 1}`),
      ...(regionName === model.chart.region.name ? [] : [t('map:find_elsewhere', { region: regionName })]),
      ...(turns === null ? [] : [t('map:find_turns', { turns })]),
    ].join(', ');
  const options: readonly CommandOption[] = found.map((sector) => ({
    id: String(sector.sectorId),
    label: `#${sector.number} ${sector.name ?? ''}`.trimEnd(),
    hint: hint(sector),
  }));
  return (
    <Dialog open wide onClose={onClose} title={t('map:find_title')} closeLabel={t('common:action.close')}>
      <CommandList
        label={t('map:find_title')}
        placeholder={t('map:find_placeholder')}
        query={query}
        onQuery={setQuery}
        options={options}
        onPick={({ id }) => {
          const picked = found.find(({ sectorId }) => String(sectorId) === id);
          onClose();
          if (picked !== undefined) onPick(picked);
        }}
        emptyText={query === '' ? t('map:find_hint') : t('map:find_none')}
      />
    </Dialog>
  );
}
