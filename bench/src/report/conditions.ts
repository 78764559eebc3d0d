import { cpus, loadavg, totalmem } from 'node:os';

/** Where and under what load a measurement was made; without it no number means anything. */
export interface Conditions {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly platform: string;
  /** Mean number of runnable processes in the minute before the measurement; idle is near 0. */
  readonly loadBefore: number;
}

export const readConditions = (): Conditions => {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    loadBefore: loadavg()[0] ?? 0,
  };
};
