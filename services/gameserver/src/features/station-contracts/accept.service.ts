import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { applyAccept, checkAccept } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { ContractEndpoint } from './contract-command.ts';
import { runContractCommand } from './contract-command.ts';
import { contractNews } from './contract-news.ts';
import { clearDebt, writeAccepted } from './contracts.repository.ts';
import { boardChanges } from './post-contracts.service.ts';

/** Accepts a posted contract (rule book, economy 12): the fee is burned, older debts with it; the time begins. */
export const acceptContract = (
  deps: Deps,
  context: RequestContext<(typeof PLAYER_ENDPOINTS)['acceptContract']>,
): Promise<RawReply> =>
  runContractCommand(deps, context as RequestContext<ContractEndpoint>, (loaded, sql) => {
    const { nowMs } = context;
    const { row, contract, player, actor } = loaded;
    // What is kept for somebody else does not exist for others.
    if (row.reservedFor !== null && row.reservedFor !== player.id) throw new AppError('not_found');
    assertAllowed(checkAccept(contract, actor, nowMs));
    const outcome = applyAccept(contract, actor, nowMs);
    return {
      after: { state: 'accepted', deadlineAtMs: outcome.deadlineAtMs },
      paid: actor.wallet - outcome.wallet,
      wallet: outcome.wallet,
      hold: actor.hold,
      jobs: { ...actor.jobs, active: actor.jobs.active + 1, debt: 0n },
      legs: outcome.legs,
      writes: [
        ...(actor.jobs.debt > 0n ? [clearDebt(sql, player.id)] : []),
        writeAccepted(sql, contract.id, player.id, nowMs, outcome.deadlineAtMs),
      ],
      events: [
        contractNews(deps.atlas(), player.id, 'contract.accepted', contract, {
          state: 'accepted',
          pay: contract.pay + contract.goodsPay,
        }),
        ...boardChanges([contract.stationId]),
      ],
    };
  });
