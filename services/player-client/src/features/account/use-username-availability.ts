import { useEffect, useState } from 'react';
import { publicApi } from '../../app/public-api.ts';
import { FIELD_LIMITS } from './field-limits.ts';

export type Availability = 'idle' | 'asking' | 'free' | 'format' | 'reserved' | 'taken' | 'unknown';

const WAIT_MS = 350;
const NAME = /^[A-Za-z0-9_-]+$/;

/** Asks whether a name is free while it is typed; a pause in typing asks, an older answer is dropped. */
export function useUsernameAvailability(name: string): Availability {
  const [answer, setAnswer] = useState<{ readonly name: string; readonly is: Availability } | null>(null);
  const worthAsking = name.length >= FIELD_LIMITS.username.min && NAME.test(name);

  useEffect(() => {
    if (!worthAsking) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      publicApi.usernameAvailable(name, stop.signal).then(
        ({ available, reason }) => setAnswer({ name, is: available ? 'free' : (reason ?? 'taken') }),
        () => {
          if (!stop.signal.aborted) setAnswer({ name, is: 'unknown' });
        },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [name, worthAsking]);

  if (!worthAsking) return name !== '' && !NAME.test(name) ? 'format' : 'idle';
  return answer?.name === name ? answer.is : 'asking';
}
