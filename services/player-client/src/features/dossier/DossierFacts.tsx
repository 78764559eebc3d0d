import type { Fact } from '@sw/ui';
import { Facts, formatDay, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { SectorEffects } from '../../sectors/SectorEffects.tsx';
import { stationClassName } from '../../sectors/scene-view.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import styles from './Dossier.module.css';
import type { Dossier } from './use-dossier.ts';

/** What kind of place it is, who found it, what lies there. */
export function DossierFacts({ record }: { readonly record: Dossier }): ReactElement {
  const t = useText('explore');
  const locale = useLocale();
  const { sector, discoverer, traffic, landmarks } = record;
  const facts: Fact[] = [
    { name: t('explore:fact.code'), value: sector.code },
    { name: t('explore:fact.zone'), value: t(`common:zone.${sector.zone}`) },
    { name: t('explore:fact.security'), value: t(`common:security.${sector.security}`) },
    { name: t('explore:fact.cluster'), value: sector.cluster },
  ];
  if (sector.type !== null)
    facts.push({ name: t('explore:fact.type'), value: t(`common:sector_type.${sector.type}`) });
  if (sector.hazard !== null) facts.push({ name: t('explore:fact.hazard'), value: sector.hazard });
  if (sector.resources !== null && sector.resources !== 'none')
    facts.push({ name: t('explore:fact.resources'), value: t(`explore:resources.${sector.resources}`) });
  if (traffic !== null)
    facts.push({ name: t('explore:fact.traffic'), value: t(`explore:traffic.${traffic}`) });
  if (discoverer !== null)
    facts.push({
      name: t('explore:fact.discoverer'),
      value: `${discoverer.name}, ${formatDay(Date.parse(discoverer.at), locale)}`,
    });
  for (const landmark of landmarks) facts.push({ name: t('explore:fact.landmark'), value: landmark.name });
  return (
    <Panel
      title={t('explore:dossier.facts')}
      note={<HelpMark topic="scanning" about={t('explore:dossier.facts')} />}
      padded
    >
      <div className={styles.facts}>
        <Facts facts={facts} />
        <SectorEffects effects={sector.effects} />
      </div>
      {sector.level < 2 && <p className={styles.note}>{t('explore:dossier.only_charted')}</p>}
      {(sector.stations ?? []).map((station) => (
        <p key={station.id} className={styles.place}>
          <Link to={`/game/station/${station.id}`}>{station.name}</Link>{' '}
          <span className="lo">{stationClassName(station.stationClass, t)}</span>
        </p>
      ))}
      {(sector.planets ?? []).map((planet) => (
        <p key={planet.id} className={styles.place}>
          {planet.name} <span className="lo">{t(`common:planet_type.${planet.type}`)}</span>
        </p>
      ))}
    </Panel>
  );
}
