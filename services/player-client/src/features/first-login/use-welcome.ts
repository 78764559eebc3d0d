import { ApiProblem, isProblem, queryKeys, uuidV7 } from '@sw/api-client';
import type { getFirstLogin, ReplyOf } from '@sw/contracts';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import type { Refusal } from '../../app/refusal-text.ts';
import { refusalOf } from '../../app/refusal-text.ts';

type Welcome = ReplyOf<typeof getFirstLogin>;

export interface WelcomeForm {
  readonly callsign: string;
  readonly shipName: string;
  readonly callsignError: string | undefined;
  readonly shipError: string | undefined;
  readonly problem: Refusal | null;
  readonly pending: boolean;
  setCallsign(text: string): void;
  setShipName(text: string): void;
  submit(event: SubmitEvent<HTMLFormElement>): void;
  retry(): void;
}

const FIELD_CODES = ['callsign_blocked', 'callsign_taken'] as const;

const isAbout = (error: unknown, field: string): boolean =>
  error instanceof ApiProblem && (error.problem.errors ?? []).some(({ path }) => path.includes(field));

/** Sends the two names once; the same intent keeps its key, so a second press never makes a second ship. */
export function useWelcome(welcome: Welcome): WelcomeForm {
  const { api, queries, i18n, clock } = useGame();
  const navigate = useNavigate();
  const [callsign, setCallsign] = useState(welcome.suggestedCallsign);
  const [shipName, setShipName] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const intent = useRef<{ readonly key: string; readonly names: string } | null>(null);

  const send = async () => {
    if (pending) return;
    const body = { callsign: callsign.trim(), shipName: shipName.trim() };
    const names = JSON.stringify(body);
    if (intent.current?.names !== names) intent.current = { key: uuidV7(clock.nowMs()), names };
    setPending(true);
    setFailure(null);
    try {
      const state = await api.completeFirstLogin({ body, idempotencyKey: intent.current.key });
      queries.setQueryData(queryKeys.player.state(), state);
      queries.removeQueries({ queryKey: queryKeys.firstLogin() });
      await navigate('/game', { replace: true });
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  };

  const refusal = failure === null ? null : refusalOf(i18n, failure, clock.nowMs());
  const callsignError =
    isProblem(failure, ...FIELD_CODES) || isAbout(failure, 'callsign') ? refusal?.text : undefined;
  const shipError = isAbout(failure, 'shipName') ? i18n.t('auth:welcome.ship_error') : undefined;
  const isTied = callsignError !== undefined || shipError !== undefined;
  return {
    callsign,
    shipName,
    callsignError,
    shipError,
    problem: isTied ? null : refusal,
    pending,
    setCallsign,
    setShipName,
    submit: (event) => {
      event.preventDefault();
      void send();
    },
    retry: () => void send(),
  };
}
