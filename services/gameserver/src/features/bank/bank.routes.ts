import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { depositCredits, readBank, withdrawCredits } from './bank.service.ts';

/** The bank account of a player. */
export const registerBankRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getBank, ({ caller }) => readBank(deps, caller.playerId));
  bind(PLAYER_ENDPOINTS.bankDeposit, (context) => depositCredits(deps, context));
  bind(PLAYER_ENDPOINTS.bankWithdraw, (context) => withdrawCredits(deps, context));
};
