import { Chip, formatSectorNumber, NumberCell, ShipGlyph, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton, actOf } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { FleetShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface FleetTableProps {
  readonly ships: readonly FleetShip[];
  readonly selected: string | null;
}

/** Every ship in one row: what it is, where it is, how it is; boarding is one press. */
export function FleetTable({ ships, selected }: FleetTableProps): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const board = (ship: FleetShip) =>
    void act(
      'ship_activate',
      () => api.activateShip({ params: { id: ship.id }, body: {} }),
      () => t('ships:done.board', { name: ship.name }),
    );
  return (
    <Table caption={t('ships:fleet')} cards className={styles.fleet}>
      <thead>
        <tr>
          <th scope="col">{t('ships:column.ship')}</th>
          <th scope="col">{t('ships:column.place')}</th>
          <th scope="col" className="end">
            {t('ships:column.hull')}
          </th>
          <th scope="col" className="end">
            {t('ships:column.hold')}
          </th>
          <th scope="col">{t('ships:column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {ships.map((ship) => (
          <tr key={ship.id} aria-current={ship.id === selected ? 'true' : undefined}>
            <th scope="row">
              <Link to={`/game/ships/${ship.id}`} className={styles.shipLink}>
                <ShipGlyph type={ship.type} className={styles.inline} />
                <span>
                  <bdi>{ship.name}</bdi>
                  <small>{t(`common:ship_type.${ship.type}`)}</small>
                </span>
              </Link>
            </th>
            <td data-label={t('ships:column.place')}>
              {ship.place.stationName ??
                t('ships:place.sector', {
                  number: formatSectorNumber(ship.place.sectorNumber),
                  name: ship.place.sectorName,
                })}
            </td>
            <NumberCell data-label={t('ships:column.hull')}>
              {t('game:ship.of', { value: ship.hull, max: ship.maxHull })}
            </NumberCell>
            <NumberCell data-label={t('ships:column.hold')}>
              {t('game:ship.of', { value: ship.cargoUsed, max: ship.cargoCapacity })}
            </NumberCell>
            <td data-aside>
              {ship.isActive ? (
                <Chip tone="live">{t('ships:state.flying')}</Chip>
              ) : ship.towedBy !== null ? (
                <Chip>{t('ships:state.towed', { name: ship.towedBy })}</Chip>
              ) : (
                <ActButton action={actOf(ship.actions, 'ship_activate')} onAct={() => board(ship)}>
                  {t('ships:act.board')}
                </ActButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
