import { formatAge, formatBasisPoints, formatSectorNumber } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { factionName } from '../../app/faction-name.ts';
import { useLocale } from '../../app/game-context.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { sectorName, sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { PriceSummary } from '../../prices/PriceSummary.tsx';
import { stationClassName } from '../../sectors/scene-view.ts';
import type { MoveOption } from '../../sectors/warp-list.ts';
import { ContactActs } from '../ships/index.ts';
import styles from './CockpitContext.module.css';
import type { Cockpit } from './use-cockpit.ts';

interface SubjectHeadProps {
  readonly name: ReactNode;
  readonly end?: ReactNode;
  readonly about: ReactNode;
}

function SubjectHead({ name, end, about }: SubjectHeadProps): ReactElement {
  return (
    <div className={styles.subject}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <span className="lo num">{end}</span>
      <p>{about}</p>
    </div>
  );
}

/** What the context panel is about: the selected station, warp, planet or ship. */
export function CockpitSubject({ cockpit }: { readonly cockpit: Cockpit }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const catalogue = useCatalogue();
  const nowMs = useNow();
  const { sector, selection, warps, dockedAt } = cockpit;
  if (sector === undefined) return null;
  const { kind, id } = selection ?? { kind: null, id: '' };

  const station = kind === 'station' ? sector.stations?.find((entry) => entry.id === id) : undefined;
  if (station !== undefined)
    return (
      <>
        <SubjectHead
          name={station.name}
          end={t('game:cockpit.class', { number: station.stationClass })}
          about={
            <>
              {t('game:cockpit.station_about', {
                class: stationClassName(station.stationClass, t),
                faction: station.faction === null ? 'none' : factionName(station.faction, t),
                tariff: formatBasisPoints(station.tariffBp, locale),
              })}{' '}
              {dockedAt === station.id && t('game:cockpit.facts_docked')}
            </>
          }
        />
        <PriceSummary stationId={station.id} />
      </>
    );
  const warp = kind === 'warp' ? warps.find((row) => row.id === id) : undefined;
  if (warp !== undefined) return <WarpSubject option={warp.option} nowMs={nowMs} />;
  const planet = kind === 'planet' ? sector.planets?.find((entry) => entry.id === id) : undefined;
  if (planet !== undefined)
    return (
      <SubjectHead
        name={planet.name}
        about={t('game:cockpit.planet_about', {
          type: t(`common:planet_type.${planet.type}`),
          size: planet.size,
          habitability: planet.habitability,
        })}
      />
    );
  const contact =
    kind === 'contact' ? sector.contacts?.items.find((entry) => entry.playerId === id) : undefined;
  if (contact?.npc != null)
    return (
      <SubjectHead
        name={contact.name}
        end={t(`game:contacts.npc_${contact.npc}`)}
        about={t(`game:cockpit.npc_${contact.npc}`, { ship: t(`common:ship_type.${contact.shipType}`) })}
      />
    );
  if (contact !== undefined)
    return (
      <>
        <SubjectHead
          name={contact.name}
          end={contact.teamTag}
          about={t('game:cockpit.contact_about', {
            rank: catalogue.rankName(contact.rank) ?? t('game:contacts.rank', { level: contact.rank }),
            ship: t(`common:ship_type.${contact.shipType}`),
            shipName: contact.shipName,
            tier: t(`common:reputation.${contact.tier}`),
          })}
        />
        <ContactActs contact={contact} />
      </>
    );
  return (
    <SubjectHead
      name={sectorTitle(sector)}
      end={sector.type === null ? undefined : t(`common:sector_type.${sector.type}`)}
      about={t('game:cockpit.nothing_about')}
    />
  );
}

/** The other end of a selected warp, with the prices known there. */
function WarpSubject({
  option,
  nowMs,
}: {
  readonly option: MoveOption;
  readonly nowMs: number;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const name = sectorName(option, option.station?.name);
  const unnamed = option.level === 3 ? 'game:cockpit.unnamed' : 'game:cockpit.uncharted';
  const seen = option.seenAt === null ? 'never' : formatAge(nowMs - Date.parse(option.seenAt), locale);
  return (
    <>
      <SubjectHead
        name={name ?? t(unnamed)}
        end={formatSectorNumber(option.number)}
        about={t('game:cockpit.warp_about', {
          kind: t(`common:warp_kind.${option.kind}`),
          cost: option.cost,
          seen,
        })}
      />
      {option.station !== null && <PriceSummary stationId={option.station.id} />}
    </>
  );
}
