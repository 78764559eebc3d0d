import { queryKeys } from '@sw/api-client';
import type { CommandOption } from '@sw/ui';
import { CommandList, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useGame } from '../app/game-context.ts';
import { usePlayerState } from '../app/game-queries.ts';
import { sectorTitle } from '../app/sector-name.ts';
import { useText } from '../app/text.ts';
import { VERBS } from '../command-line/vocabulary.ts';
import type { RegionChart } from '../sectors/merge-chart.ts';
import { useOverlayStore } from './overlay-store.ts';
import type { PaletteEntry } from './palette-entries.ts';
import { filterPalette } from './palette-entries.ts';
import { pathOf, SCREENS } from './screens.ts';

/** Search over screens, known sectors and commands (Ctrl or Command with K). */
export function Palette(): ReactElement {
  const t = useText();
  const { queries } = useGame();
  const navigate = useNavigate();
  const { data: state } = usePlayerState();
  const [query, setQuery] = useState('');
  const { show, focusCommand } = useOverlayStore.getState();
  // The dialog itself would give the focus to its close button.
  useEffect(() => document.querySelector<HTMLElement>('dialog[open] [role=combobox]')?.focus(), []);
  const regionName = state?.location?.regionName ?? '';
  const chart = queries.getQueryData<RegionChart>(queryKeys.map.chart(regionName));

  const entries: PaletteEntry[] = [
    ...SCREENS.map(({ id, keys }) => ({
      id: `screen.${id}`,
      group: t('game:palette.screens'),
      label: t(`game:screen.${id}`),
      words: id,
      hotkey: keys?.toUpperCase(),
      run: () => void navigate(pathOf(id, state?.location?.stationId ?? null)),
    })),
    ...VERBS.map((verb) => ({
      id: `verb.${verb}`,
      group: t('game:palette.commands'),
      label: verb,
      words: verb,
      hint: t(`game:hint.${verb}`),
      run: () => focusCommand(`${verb} `),
    })),
    ...(chart?.n ?? []).map((number) => {
      const sector = { number, name: chart?.names[String(number)] ?? null };
      return {
        id: `sector.${number}`,
        group: t('game:palette.sectors'),
        label: sectorTitle(sector),
        words: String(number),
        run: () => void navigate(`/game/map?sel=${number}`),
      };
    }),
  ];
  const found = filterPalette(entries, query);
  const options: CommandOption[] = found.map(({ id, label, group, hint, hotkey }) => ({
    id,
    label,
    group,
    ...(hint === undefined ? {} : { hint }),
    ...(hotkey === undefined ? {} : { hotkey }),
  }));
  const pick = ({ id }: CommandOption) => {
    show(null);
    found.find((entry) => entry.id === id)?.run();
  };
  return (
    <Dialog
      open
      wide
      onClose={() => show(null)}
      title={t('game:palette.title')}
      closeLabel={t('common:action.close')}
    >
      <CommandList
        label={t('game:palette.title')}
        placeholder={t('game:palette.placeholder')}
        query={query}
        onQuery={setQuery}
        options={options}
        onPick={pick}
        emptyText={t('game:palette.empty')}
      />
    </Dialog>
  );
}
