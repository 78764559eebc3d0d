import type Docker from 'dockerode';
import type { ServerStats } from '../driver.ts';
import { unlessGone } from './engine-call.ts';

const NANOS_PER_SECOND = 1e9;

/** The part of the engine's answer that is needed; control groups of both versions. */
interface RawStats {
  readonly cpu_stats?: { readonly cpu_usage?: { readonly total_usage?: number } };
  readonly memory_stats?: {
    readonly usage?: number;
    readonly stats?: { readonly inactive_file?: number; readonly total_inactive_file?: number };
  };
}

/** What a running container used; null when it does not run on this engine. */
export const readStats = async (docker: Docker, id: string): Promise<ServerStats | null> => {
  const container = docker.getContainer(id);
  const info = await unlessGone('look at a container', () => container.inspect());
  if (info?.State.Running !== true) return null;
  const raw = (await unlessGone('measure a container', () =>
    container.stats({ stream: false, 'one-shot': true } as { stream: false }),
  )) as RawStats | undefined;
  const usage = raw?.memory_stats?.usage;
  const nanos = raw?.cpu_stats?.cpu_usage?.total_usage;
  if (usage === undefined || nanos === undefined) return null;
  const cache = raw?.memory_stats?.stats;
  return {
    run: `${info.Id}:${info.State.StartedAt}`,
    cpuSeconds: nanos / NANOS_PER_SECOND,
    memoryBytes: Math.max(0, usage - (cache?.inactive_file ?? cache?.total_inactive_file ?? 0)),
  };
};
