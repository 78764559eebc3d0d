import type { BenchOptions } from './options.ts';
import { makeAccounts } from './players/accounts.ts';
import { signIn } from './players/sign-in.ts';
import { openArranger } from './players/write-access.ts';
import { openCaller } from './server/http.ts';
import { residentBytes } from './server/memory.ts';
import type { Standalone } from './server/standalone.ts';
import { connectCrowd } from './sockets/crowd.ts';
import type { FanOut } from './sockets/fan-out.ts';
import { measureFanOut } from './sockets/fan-out.ts';

export interface CrowdMeasures {
  readonly players: number;
  readonly connectedInMs: number;
  readonly fanOut: FanOut;
  readonly idleBytes: number | null;
  readonly connectedBytes: number | null;
  readonly afterBytes: number | null;
}

const SAMPLES = 20;
const SETTLE_MS = 3_000;

/** Connects a crowd to a fresh server, all of them in the sector where everybody begins: the worst place there is. */
export const measureCrowd = async (
  server: Standalone,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<CrowdMeasures> => {
  const sql = openArranger(server.databaseUrl);
  const caller = openCaller(server.origin, options.connections);
  try {
    const idleBytes = await residentBytes(server.pid);
    say(`Connecting ${options.crowd} players`);
    const players = await signIn(caller, await makeAccounts(sql, 'crowd', options.crowd));
    const crowd = await connectCrowd(caller, server.origin, players);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const connectedBytes = await residentBytes(server.pid);
    const fanOut = await measureFanOut(crowd, SAMPLES);
    const afterBytes = await residentBytes(server.pid);
    const { connectedInMs } = crowd;
    crowd.close();
    return { players: players.length, connectedInMs, fanOut, idleBytes, connectedBytes, afterBytes };
  } finally {
    await caller.close();
    await sql.end({ timeout: 5 });
  }
};
