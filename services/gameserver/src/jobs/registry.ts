import { accountsDeleteJob } from './accounts-delete.job.ts';
import { cleanupJob } from './cleanup.job.ts';
import { contractsGenerateJob } from './contracts-generate.job.ts';
import { derelictsJob } from './derelicts.job.ts';
import { dockingShelterJob } from './docking-shelter.job.ts';
import { expirySweepJob } from './expiry-sweep.job.ts';
import type { JobDefinition } from './job-definition.ts';
import { ledgerAuditJob } from './ledger-audit.job.ts';
import { ledgerFoldJob } from './ledger-fold.job.ts';
import { marketFlowJob } from './market-flow.job.ts';
import { marketRollupJob } from './market-rollup.job.ts';
import { marketSnapshotJob } from './market-snapshot.job.ts';
import { metricsSnapshotJob } from './metrics-snapshot.job.ts';
import { npcMoverJob } from './npc-mover.job.ts';
import { npcTradersJob } from './npc-traders.job.ts';
import { partitionsJob } from './partitions.job.ts';
import { regionsLifecycleJob } from './regions-lifecycle.job.ts';
import { sessionsPurgeJob } from './sessions-purge.job.ts';
import { sightingsTrimJob } from './sightings-trim.job.ts';
import { stationsDailyJob } from './stations-daily.job.ts';

/** Every job of the game server (rule book, README 8). */
export const JOBS: readonly JobDefinition[] = [
  ledgerFoldJob,
  ledgerAuditJob,
  marketSnapshotJob,
  marketFlowJob,
  marketRollupJob,
  dockingShelterJob,
  derelictsJob,
  contractsGenerateJob,
  expirySweepJob,
  npcTradersJob,
  npcMoverJob,
  cleanupJob,
  regionsLifecycleJob,
  accountsDeleteJob,
  sessionsPurgeJob,
  sightingsTrimJob,
  stationsDailyJob,
  partitionsJob,
  metricsSnapshotJob,
];
