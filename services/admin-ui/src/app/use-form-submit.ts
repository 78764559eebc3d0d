import type { FormEvent } from 'react';
import { useState } from 'react';
import { useConsole } from './console-context.ts';
import type { Refusal } from './refusal.ts';
import { refusalOf } from './refusal.ts';

export interface FormSubmit {
  readonly isPending: boolean;
  /** Why the last try was refused. */
  readonly refusal: Refusal | null;
  readonly submit: (event: FormEvent) => void;
}

/** Sends a form once at a time and keeps the reason when it is refused. */
export function useFormSubmit(send: () => Promise<void>): FormSubmit {
  const { i18n } = useConsole();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (): Promise<void> => {
    setPending(true);
    setRefusal(null);
    try {
      await send();
    } catch (error) {
      setRefusal(refusalOf(i18n, error));
    } finally {
      setPending(false);
    }
  };
  return {
    isPending,
    refusal,
    submit: (event) => {
      event.preventDefault();
      if (!isPending) void run();
    },
  };
}
