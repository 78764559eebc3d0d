import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { applyDeposit, applyWithdrawal, checkDeposit, checkWithdrawal } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { loadVisitor, saveVisit } from '../services/index.ts';
import { findBankBalance, findBankEntries } from './bank.repository.ts';

type Deposit = (typeof PLAYER_ENDPOINTS)['bankDeposit'];
type Withdraw = (typeof PLAYER_ENDPOINTS)['bankWithdraw'];
type BankReply = ReplyOf<(typeof PLAYER_ENDPOINTS)['getBank']>;

/** Movements an answer shows (rule book, economy 10). */
const SHOWN_ENTRIES = 50;

/** What a player has in the bank, wherever he is. */
export const readBank = async (deps: Deps, playerId: string): Promise<BankReply> => {
  const [accounts, entries] = await deps.db.snapshot((tx) =>
    tx.load(findBankBalance(tx.sql, playerId), findBankEntries(tx.sql, playerId, SHOWN_ENTRIES)),
  );
  return {
    balance: accounts[0]?.balance ?? 0n,
    entries: entries.map(({ id, at, amount, reason, isIncoming }) => ({
      id: String(id),
      at: at.toISOString(),
      amount: isIncoming ? amount : -amount,
      reason,
    })),
  };
};

/** Brings credits into the bank, less its fee (rule book, economy 10). */
export const depositCredits = (deps: Deps, context: RequestContext<Deposit>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { body, caller, nowMs } = context;
    const loaded = await loadVisitor(deps, command, { playerId: caller.playerId, stationId: null });
    const { purse, visit } = loaded.visitor;
    const state = { ...visit, ...purse };
    assertAllowed(checkDeposit(state, body.amount, nowMs));
    const { wallet, bank, fee, legs } = applyDeposit(state, body.amount);
    return saveVisit(
      command,
      { ...loaded, nowMs },
      { purse: { wallet, bank }, paid: fee, legs, refType: 'bank' },
    );
  });

/** Takes credits out of the bank, free of charge. */
export const withdrawCredits = (deps: Deps, context: RequestContext<Withdraw>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { body, caller, nowMs } = context;
    const loaded = await loadVisitor(deps, command, { playerId: caller.playerId, stationId: null });
    const { purse, visit } = loaded.visitor;
    const state = { ...visit, ...purse };
    assertAllowed(checkWithdrawal(state, body.amount, nowMs));
    const { wallet, bank, legs } = applyWithdrawal(state, body.amount);
    return saveVisit(
      command,
      { ...loaded, nowMs },
      { purse: { wallet, bank }, paid: 0n, legs, refType: 'bank' },
    );
  });
