import { formatAge, formatInteger, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Screen } from '../../shell/Screen.tsx';
import styles from './Dossier.module.css';
import { DossierFacts } from './DossierFacts.tsx';
import { DossierHistory } from './DossierHistory.tsx';
import { DossierLinks } from './DossierLinks.tsx';
import { DossierMarks } from './DossierMarks.tsx';
import { DossierPrices } from './DossierPrices.tsx';
import { useDossier } from './use-dossier.ts';

/** P-06: everything the player knows, wrote and did about one sector. */
export function DossierPage(): ReactElement {
  const t = useText('explore');
  const locale = useLocale();
  const nowMs = useNow();
  const { query, number } = useDossier();
  const panel = usePanelState(query, t('explore:dossier.title'), 8);
  const record = query.data;
  if (record === undefined)
    return (
      <Screen
        title={t('explore:dossier.title')}
        stage={<Panel title={`#${number}`} state={panel} />}
        contextLabel={t('explore:dossier.marks')}
      />
    );
  const { sector } = record;
  const seen =
    sector.seenAt === null
      ? t('explore:dossier.never_seen')
      : t('explore:dossier.seen', { age: formatAge(nowMs - Date.parse(sector.seenAt), locale) });
  return (
    <Screen
      title={sectorTitle(sector, sector.stations?.[0]?.name)}
      hideTitle
      contextLabel={t('explore:dossier.marks')}
      context={<DossierMarks record={record} />}
      stage={
        <div className={styles.record}>
          <header className={styles.head}>
            <p className={styles.name}>
              <bdi>{sectorTitle(sector, sector.stations?.[0]?.name)}</bdi>
            </p>
            <p>
              {sector.live ? t('explore:dossier.live') : seen}
              {record.way !== null && !sector.live && (
                <>
                  {' · '}
                  {t('explore:dossier.way', {
                    turns: record.way.turns,
                    hops: formatInteger(record.way.hops, locale),
                  })}
                </>
              )}
            </p>
          </header>
          <DossierFacts record={record} />
          <DossierPrices record={record} nowMs={nowMs} />
          <DossierLinks links={record.links} />
          <DossierHistory history={record.history} />
        </div>
      }
    />
  );
}
