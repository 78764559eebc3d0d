import type { Loss } from '@sw/rules';
import { leg, payoutForLoss } from '@sw/rules';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { emptyHold } from './fleet.repository.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { GONE, newShip, UNINSURED } from './new-ship.ts';

/**
 * The one way a ship of a player is destroyed (rule book, ships-combat 7 and 19), whatever the cause, in the transaction
 * of the cause and under the locks of its owner: what is aboard is gone, the pilot sits in a fresh pod in the same sector,
 * the insurer pays into the bank at most once, the registry closes.
 */
export const loseShip = (moment: FleetMoment, loss: Omit<Loss, 'isOutlaw'>): FleetChange => {
  const { target, player, sector, nowMs, sql } = moment;
  const { row, ship } = target;
  if (row.status === 'destroyed') throw new Error('a ship was destroyed twice');
  const isOutlaw = [player.suspectUntil, player.wantedUntil].some(
    (until) => until !== null && until.getTime() > nowMs,
  );
  const paid = row.insurancePaidAt === null ? payoutForLoss(ship.policy, { ...loss, isOutlaw }, nowMs) : 0n;
  const pod = newShip(moment, { type: 'escape_pod', name: row.name, purchaseValue: 0n });
  const entry = { shipId: row.id, stationId: null, name: null };
  const told = { playerId: player.id, shipId: row.id, name: row.name, sectorId: sector.id };
  return {
    shipId: row.id,
    created: [pod],
    changed: [
      {
        ...row,
        ...GONE,
        ...UNINSURED,
        insurancePaidAt: paid > 0n ? new Date(nowMs) : row.insurancePaidAt,
      },
    ],
    activeId: pod.id,
    writes: [emptyHold(sql, row.id)],
    legs: leg('MINT', 'bank', paid, 'insurance_payout'),
    registry: [
      { ...entry, kind: 'destroyed', credits: 0n },
      ...(paid > 0n ? [{ ...entry, kind: 'claim_paid' as const, credits: paid }] : []),
    ],
    events: [
      event(playerChannel(player.id), 'ship.destroyed', { ...told, isOwn: true, paid }),
      event(sectorChannel(sector.id), 'ship.destroyed', { ...told, isOwn: false, paid: 0n }),
      ...(paid > 0n
        ? [event(playerChannel(player.id), 'insurance.paid', { shipId: row.id, amount: paid })]
        : []),
    ],
    seen: ['contacts'],
  };
};
