import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { FormProblem } from './form-problem.ts';
import { formProblemOf } from './form-problem.ts';

export interface PlainForm {
  readonly pending: boolean;
  readonly done: boolean;
  readonly problem: FormProblem | null;
  submit(event: SubmitEvent<HTMLFormElement>): void;
}

/** Sends a form that signs nobody in, once at a time, and remembers that it went through. */
export function usePlainForm(send: () => Promise<unknown>): PlainForm {
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const run = async () => {
    setPending(true);
    setProblem(null);
    try {
      await send();
      setDone(true);
    } catch (error) {
      setProblem(formProblemOf(error));
    }
    setPending(false);
  };
  return {
    pending,
    done,
    problem,
    submit: (event) => {
      event.preventDefault();
      if (!pending) void run();
    },
  };
}
