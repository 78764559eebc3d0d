import type { ApiProblem } from '../http/api-problem.ts';

/** A call waits for its caller to prove himself. */
export interface StepUpRequest {
  /** Proofs the server takes from this account, the expected one first: `password`, `totp`, `backup`. */
  readonly methods: readonly string[];
}

/** Between the calls that were refused and the one dialog that asks. */
export interface StepUpPrompt {
  /** For `ApiOptions.onStepUp`: true once the proof was given, false when it was declined. */
  ask(problem: ApiProblem): Promise<boolean>;
  /** What the dialog shows; null while nothing waits. */
  pending(): StepUpRequest | null;
  subscribe(listener: () => void): () => void;
  /** Answers every call that waits. */
  settle(isProved: boolean): void;
}

const methodsOf = (problem: ApiProblem): readonly string[] => {
  const { methods } = problem.problem as { readonly methods?: unknown };
  return Array.isArray(methods) ? methods.map(String) : ['password'];
};

/** Makes the prompt of a page. Calls refused while it is open wait for the same answer. */
export const createStepUpPrompt = (): StepUpPrompt => {
  let request: StepUpRequest | null = null;
  let waiting: ((isProved: boolean) => void)[] = [];
  const listeners = new Set<() => void>();

  const show = (next: StepUpRequest | null) => {
    request = next;
    for (const listener of listeners) listener();
  };

  return {
    ask: (problem) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (request === null) show({ methods: methodsOf(problem) });
      }),
    pending: () => request,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    settle: (isProved) => {
      const answered = waiting;
      waiting = [];
      show(null);
      for (const resolve of answered) resolve(isProved);
    },
  };
};
