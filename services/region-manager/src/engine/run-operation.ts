import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { addEvent, clearAlerts, raiseAlert } from '../store/journal.repository.ts';
import type { OperationRow, Progress } from '../store/operations.repository.ts';
import { findOperation, parkOperation, saveProgress } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { findRegion, patchRegion } from '../store/regions.repository.ts';
import { MAX_RETRIES } from './backoff.ts';
import type { StepFailure } from './failure.ts';
import { NotYet, toStepFailure } from './failure.ts';
import type { Plan, PlanOf, Step } from './plan.ts';

export interface OperationRunner {
  readonly db: Database;
  readonly owner: string;
  readonly planOf: PlanOf;
  readonly retryDelayMs: (retry: number) => number;
  readonly logger: Logger;
  readonly onFinished: (operation: OperationRow, state: 'succeeded' | 'failed') => void;
}

/** The lease is somebody else's now; nothing more may be written. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

interface Situation {
  readonly operation: OperationRow;
  readonly region: RegionRow;
  readonly plan: Plan;
}

/**
 * Carries a claimed operation as far as it goes: to its end, to a pause, or until the signal stops it. Progress is
 * kept after each step, so whoever takes over repeats at most the step that was under way.
 */
export const runOperation = async (
  runner: OperationRunner,
  claimed: OperationRow,
  signal: AbortSignal,
): Promise<void> => {
  try {
    while (!signal.aborted) {
      const situation = await look(runner, claimed.id);
      const goesOn =
        situation.operation.state === 'compensating'
          ? await stepBack(runner, situation, signal)
          : await stepForward(runner, situation, signal);
      if (!goesOn) return;
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    runner.logger.warn({ operation: claimed.id, region: claimed.region }, 'operation.lease_lost');
  }
};

const look = async ({ db, planOf }: OperationRunner, id: string): Promise<Situation> => {
  const [operation] = await findOperation(db.sql, id);
  const [region] = operation === undefined ? [] : await findRegion(db.sql, operation.region);
  if (operation === undefined || region === undefined) throw new LeaseLost();
  return { operation, region, plan: planOf(operation) };
};

const stepForward = async (
  runner: OperationRunner,
  situation: Situation,
  signal: AbortSignal,
): Promise<boolean> => {
  const { operation, plan } = situation;
  const step = stepNamed(plan, operation.step) ?? plan.steps[0];
  if (step === undefined) throw new Error(`${operation.kind} has no steps`);
  if (operation.state === 'queued') {
    await save(runner, operation, { state: 'running', step: step.name });
    await runner.db.write((sql) => [addEvent(sql, operation.region, `${operation.kind}.started`)]);
  }
  try {
    await step.run({ ...situation, signal });
  } catch (error) {
    return failed(runner, situation, step, error, signal);
  }
  const next = plan.steps[plan.steps.indexOf(step) + 1];
  if (next === undefined) {
    await finish(runner, situation, 'succeeded');
    return false;
  }
  await save(runner, operation, { state: 'running', step: next.name, attempts: 0 });
  return true;
};

/** Waits, tries again later, or turns round. */
const failed = async (
  runner: OperationRunner,
  { operation }: Situation,
  step: Step,
  thrown: unknown,
  signal: AbortSignal,
): Promise<boolean> => {
  if (signal.aborted) return false;
  if (thrown instanceof NotYet) {
    await park(runner, operation, thrown.delayMs);
    return false;
  }
  const failure = toStepFailure(thrown);
  logFailure(runner, operation, step, failure);
  const attempts = operation.attempts + 1;
  const error = { code: failure.code, step: step.name, message: failure.message };
  if (failure.isTransient && attempts <= MAX_RETRIES) {
    await save(runner, operation, { state: 'running', step: step.name, attempts, error });
    await park(runner, operation, runner.retryDelayMs(attempts));
    return false;
  }
  await save(runner, operation, {
    state: 'compensating',
    step: step.name,
    failedStep: step.name,
    attempts: 0,
    error,
  });
  return true;
};

/** Undoes the step the operation stands at; one that cannot be undone is left to an operator. */
const stepBack = async (
  runner: OperationRunner,
  situation: Situation,
  signal: AbortSignal,
): Promise<boolean> => {
  const { operation, plan } = situation;
  const step = stepNamed(plan, operation.step);
  if (step === undefined) {
    await finish(runner, situation, 'failed');
    return false;
  }
  try {
    await step.undo?.({ ...situation, signal });
  } catch (thrown) {
    if (signal.aborted) return false;
    const failure = toStepFailure(thrown);
    logFailure(runner, operation, step, failure);
    const attempts = operation.attempts + 1;
    if (attempts <= MAX_RETRIES) {
      await save(runner, operation, { attempts });
      await park(runner, operation, runner.retryDelayMs(attempts));
      return false;
    }
    await runner.db.write((sql) => [
      raiseAlert(sql, 'compensation_incomplete', operation.region, { step: step.name, code: failure.code }),
    ]);
  }
  const before = plan.steps[plan.steps.indexOf(step) - 1];
  if (before === undefined) {
    await finish(runner, situation, 'failed');
    return false;
  }
  await save(runner, operation, { step: before.name, attempts: 0 });
  return true;
};

const finish = async (
  runner: OperationRunner,
  { operation, plan }: Situation,
  state: 'succeeded' | 'failed',
): Promise<void> => {
  const [region] = await findRegion(runner.db.sql, operation.region);
  if (region === undefined) throw new LeaseLost();
  const patch = (state === 'succeeded' ? plan.whenDone : plan.whenFailed)({ operation, region });
  const detail =
    operation.error === null || state === 'succeeded'
      ? {}
      : { code: operation.error.code, step: operation.error.step };
  const isKept = await runner.db.command(async (tx) => {
    const [saved] = await tx.load(
      saveProgress(tx.sql, operation.id, runner.owner, {
        ...progressOf(operation),
        state,
        step: null,
        error: state === 'succeeded' ? null : operation.error,
      }),
    );
    if (saved.length === 0) return false;
    await tx.commit(
      patchRegion(tx.sql, operation.region, patch),
      addEvent(tx.sql, operation.region, `${operation.kind}.${state}`, detail),
      state === 'failed'
        ? raiseAlert(tx.sql, alertOf(operation), operation.region, { kind: operation.kind, ...detail })
        : clearAlerts(tx.sql, operation.region, [
            'operation_failed',
            'capacity_exhausted',
            'region_failed',
            'region_unhealthy',
          ]),
    );
    return true;
  });
  if (!isKept) throw new LeaseLost();
  runner.logger.info(
    { operation: operation.id, region: operation.region, kind: operation.kind, ...detail },
    `operation.${state}`,
  );
  runner.onFinished(operation, state);
};

const alertOf = ({ error }: OperationRow) =>
  error?.code === 'capacity_exhausted' ? 'capacity_exhausted' : 'operation_failed';

const stepNamed = (plan: Plan, name: string | null): Step | undefined =>
  plan.steps.find((step) => step.name === name);

const progressOf = (operation: OperationRow): Progress => ({
  state: operation.state,
  step: operation.step,
  failedStep: operation.failedStep,
  attempts: operation.attempts,
  error: operation.error,
});

const save = async (
  { db, owner }: OperationRunner,
  operation: OperationRow,
  change: Partial<Progress>,
): Promise<void> => {
  const [saved] = await db.write((sql) => [
    saveProgress(sql, operation.id, owner, { ...progressOf(operation), ...change }),
  ]);
  if (saved.length === 0) throw new LeaseLost();
};

const park = async ({ db, owner }: OperationRunner, { id }: OperationRow, delayMs: number): Promise<void> => {
  await db.write((sql) => [parkOperation(sql, id, owner, delayMs)]);
};

const logFailure = (
  { logger }: OperationRunner,
  { id, region, kind, attempts }: OperationRow,
  { name }: Step,
  { code, message, cause }: StepFailure,
): void => {
  logger.warn(
    { operation: id, region, kind, step: name, attempts, code, message, err: cause },
    'operation.step_failed',
  );
};
