import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { JobCount } from '@sw/rules';
import { applyDeliver, applyPickup, cargoUsed, checkDeliver, checkPickup, sealedCargo } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { advanceChain } from '../first-ship/index.ts';
import { writeCargo } from '../player/index.ts';
import type { ContractEndpoint, LoadedContract } from './contract-command.ts';
import { runContractCommand } from './contract-command.ts';
import { contractNews } from './contract-news.ts';
import { loadSealed, unloadSealed, writeDelivered, writePickedUp } from './contracts.repository.ts';

/** Only the holder acts on a contract; to others it does not exist. */
export const assertHolder = ({ row, player }: LoadedContract): void => {
  if (row.playerId !== player.id) throw new AppError('not_found');
};

/** Loads the sealed cargo of an accepted contract into the active ship. */
export const pickupContract = (
  deps: Deps,
  context: RequestContext<(typeof PLAYER_ENDPOINTS)['pickupContract']>,
): Promise<RawReply> =>
  runContractCommand(deps, context as RequestContext<ContractEndpoint>, (loaded, sql) => {
    assertHolder(loaded);
    const { contract, actor, ship } = loaded;
    assertAllowed(checkPickup(contract, actor, context.nowMs));
    if (ship === undefined) throw new AppError('no_active_ship');
    return {
      after: { state: 'in_transit' },
      paid: 0n,
      wallet: actor.wallet,
      hold: applyPickup(contract, actor),
      jobs: actor.jobs,
      legs: [],
      writes: [
        writePickedUp(sql, contract.id, ship.id),
        ...loadSealed(sql, ship.id, sealedCargo(contract.id), contract.quantity),
      ],
      events: [],
    };
  });

/** Hands over what a contract asks for and is paid (rule book, economy 12); the goods leave the game. */
export const deliverContract = (
  deps: Deps,
  context: RequestContext<(typeof PLAYER_ENDPOINTS)['deliverContract']>,
): Promise<RawReply> =>
  runContractCommand(deps, context as RequestContext<ContractEndpoint>, (loaded, sql) => {
    assertHolder(loaded);
    const { nowMs } = context;
    const { contract, actor, ship, player } = loaded;
    const wanted = context.body.quantity ?? null;
    assertAllowed(checkDeliver(contract, actor, wanted, nowMs));
    if (ship === undefined) throw new AppError('no_active_ship');
    const outcome = applyDeliver(contract, actor, wanted);
    const state = outcome.isComplete ? 'completed' : contract.state;
    const chain = advanceChain(sql, loaded.chain, outcome.isComplete ? [{ type: 'job_paid' }] : [], {
      atlas: deps.atlas(),
      playerId: player.id,
      nowMs,
    });
    return {
      after: { state, delivered: outcome.delivered },
      paid: outcome.paid,
      wallet: outcome.wallet + chain.reward,
      hold: outcome.hold,
      jobs: outcome.isComplete ? withPaid(actor.jobs, nowMs) : actor.jobs,
      legs: outcome.legs,
      writes: [
        ...(contract.commodity === null
          ? [unloadSealed(sql, ship.id, sealedCargo(contract.id))]
          : writeCargo(sql, ship.id, outcome.hold, [contract.commodity], cargoUsed(outcome.hold))),
        writeDelivered(sql, contract.id, outcome.delivered, outcome.isComplete, nowMs),
      ],
      events: outcome.isComplete
        ? [
            contractNews(deps.atlas(), player.id, 'contract.completed', contract, {
              state: 'completed',
              pay: contract.pay + contract.goodsPay,
            }),
          ]
        : [],
      chain,
    };
  });

const withPaid = (jobs: JobCount, nowMs: number): JobCount => ({
  ...jobs,
  active: jobs.active - 1,
  paidAtMs: [...jobs.paidAtMs, nowMs],
});
