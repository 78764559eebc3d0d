import type { Api, StepUpPrompt } from '@sw/api-client';
import { createStepUpPrompt } from '@sw/api-client';
import { ACCOUNT_ENDPOINTS } from '@sw/contracts/account';
import { createContext, useContext, useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';

export interface Account {
  readonly api: Api<typeof ACCOUNT_ENDPOINTS>;
  /** Asks for a fresh proof when a call needs one. */
  readonly stepUp: StepUpPrompt;
}

export const AccountContext = createContext<Account | null>(null);

/** The client of the account page; made once a visit. */
export function useNewAccount(): Account {
  const services = useGame();
  return useState<Account>(() => {
    const stepUp = createStepUpPrompt();
    return { stepUp, api: services.apiFor(ACCOUNT_ENDPOINTS, { onStepUp: stepUp.ask }) };
  })[0];
}

export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('useAccount outside of the account page');
  return account;
}

export interface AccountAct {
  readonly pending: boolean;
  /** Why the last try was refused. */
  readonly problem: string | null;
  run(act: () => Promise<unknown>): Promise<void>;
}

/** Runs one act at a time and keeps in words why it was refused; a proof that was declined is no refusal. */
export function useAct(): AccountAct {
  const { i18n, clock } = useGame();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (act: () => Promise<unknown>) => {
    setPending(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      const refusal = refusalOf(i18n, error, clock.nowMs());
      if (refusal.code !== 'step_up_required') setProblem(refusal.text);
    }
    setPending(false);
  };
  return { pending, problem, run };
}

export const accountKeys = { account: ['account', 'me'], mfa: ['account', 'mfa'] } as const;
