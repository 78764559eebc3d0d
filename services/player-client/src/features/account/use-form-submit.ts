import type { SubmitEvent } from 'react';
import { useEffect, useState } from 'react';
import type { SignInReply } from '../../app/public-api.ts';
import { usePublicNavigation } from '../../app/public-navigation.ts';
import type { FormProblem } from './form-problem.ts';
import { formProblemOf } from './form-problem.ts';
import { rememberPlayedHere } from './played-here.ts';

export interface FormSubmit {
  readonly pending: boolean;
  readonly problem: FormProblem | null;
  /** Seconds until another try makes sense; 0 when at once. */
  readonly waitS: number;
  submit(event: SubmitEvent<HTMLFormElement>): void;
}

/** Sends a sign-in form once at a time and enters the game with the answer; null: there is another step first. */
export function useFormSubmit(send: () => Promise<SignInReply | null>): FormSubmit {
  const { enterGame } = usePublicNavigation();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [waitS, setWaitS] = useState(0);

  useEffect(() => {
    if (waitS <= 0) return undefined;
    const timer = setTimeout(() => setWaitS((left) => left - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitS]);

  const run = async () => {
    setPending(true);
    setProblem(null);
    try {
      const signedIn = await send();
      if (signedIn === null) {
        setPending(false);
        return;
      }
      rememberPlayedHere(true);
      await enterGame(signedIn);
    } catch (error) {
      const found = formProblemOf(error);
      setProblem(found);
      setWaitS(found.retryAfterS ?? 0);
      setPending(false);
    }
  };

  return {
    pending,
    problem,
    waitS,
    submit: (event) => {
      event.preventDefault();
      if (!pending && waitS === 0) void run();
    },
  };
}
