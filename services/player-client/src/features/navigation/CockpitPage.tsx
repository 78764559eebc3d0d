import type { ReactElement } from 'react';
import { usePanelState } from '../../app/panel-states.ts';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { useNow } from '../../app/use-now.ts';
import { Screen } from '../../shell/Screen.tsx';
import { CockpitContext } from './CockpitContext.tsx';
import { CockpitFooter } from './CockpitFooter.tsx';
import styles from './CockpitPage.module.css';
import { ContactsPanel } from './ContactsPanel.tsx';
import decks from './Decks.module.css';
import { EmptyHere } from './EmptyHere.tsx';
import { HerePanel } from './HerePanel.tsx';
import { PhoneCockpit } from './PhoneCockpit.tsx';
import { SectorSlot } from './SectorSlot.tsx';
import { useCockpit } from './use-cockpit.ts';
import { useCockpitKeys } from './use-cockpit-keys.ts';
import { WarpsPanel } from './WarpsPanel.tsx';

/** P-04: where am I, what can I do, what is it worth. */
export function CockpitPage(): ReactElement {
  const cockpit = useCockpit();
  useCockpitKeys(cockpit);
  return useIsPhone() ? <PhoneCockpit cockpit={cockpit} /> : <DeskCockpit cockpit={cockpit} />;
}

function DeskCockpit({ cockpit }: { readonly cockpit: ReturnType<typeof useCockpit> }): ReactElement {
  const t = useText();
  const nowMs = useNow();
  const { sector, sectorQuery, warps, selection, select, take, dockedAt, warpReason } = cockpit;
  const panel = usePanelState(sectorQuery, t('game:cockpit.title'));
  return (
    <Screen
      title={sector === undefined ? t('game:cockpit.title') : sectorTitle(sector, sector.stations?.[0]?.name)}
      headingId={sector === undefined ? undefined : 'sector-name'}
      contextLabel={t('game:cockpit.context')}
      context={<CockpitContext cockpit={cockpit} />}
      stage={
        <>
          <div className={styles.window}>
            {sector !== undefined && (
              <SectorSlot
                sector={sector}
                warps={warps}
                headingId="sector-name"
                reason={warpReason}
                selection={selection}
                onSelect={select}
                onWarp={(id) => take(warps.find((row) => row.id === id))}
              />
            )}
          </div>
          <div className={decks.decks}>
            <WarpsPanel
              state={panel}
              rows={warps}
              nowMs={nowMs}
              selectedId={selection?.kind === 'warp' ? selection.id : null}
              reason={warpReason}
              onTake={take}
              footer={<CockpitFooter cockpit={cockpit} />}
            />
            <HerePanel
              state={panel}
              sector={sector}
              dockedAt={dockedAt}
              selection={selection}
              onSelect={select}
              empty={<EmptyHere cockpit={cockpit} />}
            />
            <ContactsPanel state={panel} sector={sector} selection={selection} onSelect={select} />
          </div>
        </>
      }
    />
  );
}
