import type { Net, NetResult } from './net.ts';

export interface NetReport {
  readonly name: string;
  readonly result: NetResult;
  readonly seconds: number;
}

/**
 * Runs nets, at most `atOnce` at a time, and reports each as it ends. A net that throws has caught
 * something: itself.
 *
 * @param now milliseconds on a clock that only goes forward
 */
export const runNets = async (
  nets: readonly Net[],
  atOnce: number,
  report: (entry: NetReport) => void,
  now: () => number = () => performance.now(),
): Promise<readonly NetReport[]> => {
  const waiting = [...nets];
  const reports: NetReport[] = [];
  const worker = async (): Promise<void> => {
    for (let net = waiting.shift(); net !== undefined; net = waiting.shift()) {
      const startedMs = now();
      const result = await guarded(net);
      const entry = { name: net.name, result, seconds: (now() - startedMs) / 1000 };
      reports.push(entry);
      report(entry);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return reports;
};

const guarded = async (net: Net): Promise<NetResult> => {
  try {
    return await net.run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};
