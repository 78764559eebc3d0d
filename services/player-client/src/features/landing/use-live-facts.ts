import { useEffect, useState } from 'react';
import { publicApi } from '../../app/public-api.ts';

export interface LiveFacts {
  readonly state: 'loading' | 'ready' | 'maintenance' | 'offline';
  readonly online: number | null;
  readonly registered: number | null;
  readonly serverName: string | null;
  readonly version: string | null;
  readonly motd: string | null;
}

const NOTHING: LiveFacts = {
  state: 'loading',
  online: null,
  registered: null,
  serverName: null,
  version: null,
  motd: null,
};

const EVERY_MS = 60_000;

async function fetchFacts(signal: AbortSignal): Promise<LiveFacts> {
  const [status, players] = await Promise.all([
    publicApi.status(signal),
    publicApi.players(signal).catch(() => null),
  ]);
  return {
    state: status.status === 'maintenance' ? 'maintenance' : 'ready',
    online: players?.online ?? null,
    registered: players?.registered ?? null,
    serverName: status.name,
    version: status.version,
    motd: status.motd,
  };
}

/** What the server says of itself, asked again each minute while the page is looked at. */
export function useLiveFacts(): LiveFacts {
  const [facts, setFacts] = useState(NOTHING);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => {
      if (document.hidden) return;
      fetchFacts(stop.signal).then(setFacts, () => {
        if (!stop.signal.aborted) setFacts({ ...NOTHING, state: 'offline' });
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);
  return facts;
}
