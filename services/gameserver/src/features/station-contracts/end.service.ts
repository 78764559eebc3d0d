import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { AnyStatement, Sql, Tx } from '@sw/db';
import type { ContractActor, StationContract } from '@sw/rules';
import {
  applyPenalty,
  bankOf,
  checkAbandonContract,
  isOverdue,
  resolveLegs,
  sealedCargo,
  walletOf,
  withLostCargo,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, postTransfers } from '../../ledger/post.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { presentCargo, raiseRevision } from '../player/index.ts';
import { actorOf, jobCountOf } from './actor.ts';
import { assertHolder } from './carry.service.ts';
import type { ContractEndpoint } from './contract-command.ts';
import { contractLoads, runContractCommand, shipAfter } from './contract-command.ts';
import { contractNews } from './contract-news.ts';
import { toContract } from './contract-row.ts';
import { unloadSealed, writeEnded } from './contracts.repository.ts';
import type { Ending } from './posting.repository.ts';
import { deleteEnded, findEnding, findOfRegion, findSealed } from './posting.repository.ts';

const BATCH = 200;
/** Ended contracts are kept as long as hourly prices. */
const KEPT_MS = 30 * 86_400_000;

/** A contract that ends unpaid: its cargo is dropped, its penalty taken as far as there are credits. */
const planEnd = (
  sql: Sql,
  contract: StationContract,
  actor: ContractActor,
  state: 'failed' | 'abandoned',
  nowMs: number,
) => {
  const outcome = applyPenalty(contract, actor);
  const writes: AnyStatement[] = [
    writeEnded(sql, contract.id, state, outcome.unpaid, nowMs),
    ...(contract.shipId === null ? [] : [unloadSealed(sql, contract.shipId, sealedCargo(contract.id))]),
  ];
  return { outcome, writes };
};

/** Gives a contract up: its penalty, and its cargo overboard. */
export const abandonContract = (
  deps: Deps,
  context: RequestContext<(typeof PLAYER_ENDPOINTS)['abandonContract']>,
): Promise<RawReply> =>
  runContractCommand(deps, context as RequestContext<ContractEndpoint>, (loaded, sql) => {
    assertHolder(loaded);
    const { contract, actor, player } = loaded;
    assertAllowed(checkAbandonContract(contract));
    const { outcome, writes } = planEnd(sql, contract, actor, 'abandoned', context.nowMs);
    return {
      after: { state: 'abandoned' },
      paid: outcome.paid,
      wallet: outcome.wallet,
      hold: outcome.hold,
      jobs: { ...actor.jobs, active: actor.jobs.active - 1, debt: actor.jobs.debt + outcome.unpaid },
      legs: outcome.legs,
      writes,
      events: [
        contractNews(deps.atlas(), player.id, 'contract.failed', contract, {
          state: 'abandoned',
          pay: contract.penalty,
        }),
      ],
    };
  });

/**
 * Fails every contract whose deadline has passed or whose cargo was lost with its ship, each in a transaction of its
 * own and decided under its locks: a delivery that commits first wins, and none that cannot be ended stops the
 * others. Repeated or late runs take no penalty twice.
 *
 * @returns how many failed.
 */
export const failOverdueContracts = async (deps: Deps, nowMs: number): Promise<number> => {
  let failed = 0;
  let after: Ending | null = null;
  for (;;) {
    const due: readonly Ending[] = await findEnding(deps.db.sql, nowMs, after, BATCH);
    await forEachApart(deps, 'contract_deadlines', due, async ({ id, playerId }) => {
      if (await deps.db.command((tx) => failOne(deps, tx, { id, playerId, isVoid: false }, nowMs)))
        failed += 1;
    });
    after = due.at(-1) ?? null;
    if (due.length < BATCH || after === null) break;
  }
  await deps.db.write((sql) => [deleteEnded(sql, new Date(nowMs - KEPT_MS))]);
  return failed;
};

/** Ends the jobs of a region that is closed: nobody can finish them, and nobody pays for that. */
export const voidContracts = async (deps: Deps, regionId: string, nowMs: number): Promise<void> => {
  const open = await findOfRegion(deps.db.sql, regionId);
  await forEachApart(deps, 'contract_closing', open, async ({ id, playerId }) => {
    await deps.db.command((tx) => failOne(deps, tx, { id, playerId, isVoid: true }, nowMs));
  });
};

const failOne = async (
  deps: Deps,
  tx: Tx,
  ending: { readonly id: string; readonly playerId: string; readonly isVoid: boolean },
  nowMs: number,
): Promise<boolean> => {
  const { sql } = tx;
  const { id: contractId, playerId, isVoid } = ending;
  const [[player], , [ship], cargo, [row], jobs, , , balanceRows] = await tx.load(
    ...contractLoads(sql, playerId, contractId, nowMs),
  );
  const [sealed] = await tx.load(findSealed(sql, contractId));
  if (player === undefined || row === undefined || row.playerId !== playerId) return false;
  const isLost = row.state === 'in_transit' && sealed.length === 0;
  const signed = isLost ? withLostCargo(toContract(row)) : toContract(row);
  if (!isVoid && !isLost && !isOverdue(signed, nowMs)) return false;
  const contract = isVoid ? { ...signed, penalty: 0n } : signed;
  const balances = balancesOf(balanceRows);
  const wallet = balances.get(walletOf(playerId)) ?? 0n;
  const bank = balances.get(bankOf(playerId)) ?? 0n;
  const actor = actorOf({ ship, cargo, wallet, bank, jobs: jobCountOf(jobs) });
  const { outcome, writes } = planEnd(sql, contract, actor, 'failed', nowMs);
  const sector = ship === undefined ? undefined : deps.atlas().sector(ship.sectorId);
  const trail = {
    nowMs,
    playerId,
    regionId: sector?.region.id ?? null,
    refType: 'contract',
    refId: contractId,
  };
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      raiseRevision(sql, playerId),
      ...writes,
      ...postTransfers(sql, resolveLegs(outcome.legs, { playerId }), balances, trail),
    ],
    [
      event(playerChannel(playerId), 'player.state_changed', {
        rev: Number(player.rev) + 1,
        credits: outcome.wallet,
        cargo: presentCargo(outcome.hold.items),
        ...(ship === undefined ? {} : { ship: shipAfter(ship, outcome.hold, sector?.type, nowMs) }),
      }),
      contractNews(deps.atlas(), playerId, 'contract.failed', contract, {
        state: 'failed',
        pay: contract.penalty,
      }),
    ],
  );
  return true;
};
