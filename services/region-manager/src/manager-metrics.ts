import { createMetrics } from '@sw/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

const PROVISION_BUCKETS_S = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200];

/**
 * What the manager measures beside what every service does (rule book, platform 12.4). The name of a region is a
 * label: an installation has at most some hundred.
 */
export const createManagerMetrics = (options: { readonly withProcessMetrics?: boolean } = {}) => {
  const { registry, http } = createMetrics(options);
  const registers = [registry];
  return {
    registry,
    http,
    cpuRatio: new Gauge({
      name: 'sw_region_cpu_ratio',
      help: 'Processor time a region uses of what it may use',
      labelNames: ['name'] as const,
      registers,
    }),
    memoryRatio: new Gauge({
      name: 'sw_region_memory_ratio',
      help: 'Memory a region uses of what it may use',
      labelNames: ['name'] as const,
      registers,
    }),
    state: new Gauge({
      name: 'sw_region_state',
      help: '1 for the state a region is in',
      labelNames: ['name', 'state'] as const,
      registers,
    }),
    healthy: new Gauge({
      name: 'sw_region_healthy',
      help: '1 while a region that should run answers its health check, else 0',
      labelNames: ['name'] as const,
      registers,
    }),
    players: new Gauge({
      name: 'sw_region_players',
      help: 'Players online as a region last said',
      labelNames: ['name'] as const,
      registers,
    }),
    scales: new Counter({
      name: 'sw_region_scale_total',
      help: 'Changes of resources',
      labelNames: ['dir'] as const,
      registers,
    }),
    restarts: new Counter({ name: 'sw_region_restarts_total', help: 'Automatic restarts', registers }),
    provisionSeconds: new Histogram({
      name: 'sw_provision_seconds',
      help: 'Time from the request for a region to its end',
      buckets: PROVISION_BUCKETS_S,
      labelNames: ['outcome'] as const,
      registers,
    }),
    operations: new Counter({
      name: 'sw_region_operations_total',
      help: 'Operations that ended',
      labelNames: ['kind', 'outcome'] as const,
      registers,
    }),
    alerts: new Gauge({
      name: 'sw_region_alert',
      help: '1 while an alert about a region is open',
      labelNames: ['kind', 'name'] as const,
      registers,
    }),
    loopLag: new Gauge({
      name: 'sw_region_monitor_lag_seconds',
      help: 'Time since the last round of the monitor ended',
      registers,
    }),
  };
};

export type ManagerMetrics = ReturnType<typeof createManagerMetrics>;
