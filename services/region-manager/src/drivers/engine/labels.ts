import { StepFailure } from '../../engine/failure.ts';

/** Marks everything this manager made; nothing without it is ever touched. */
export const MANAGED = 'sw2102.managed';
export const REGION = 'sw2102.region';
/** What a container or service is for: the server, or a program that runs once. */
export const KIND = 'sw2102.kind';
/** Hash of the settings it was made with. */
export const SETTINGS = 'sw2102.settings';

export type Labels = Readonly<Record<string, string>>;

export const labelsOf = (region: string, more: Labels = {}): Record<string, string> => ({
  [MANAGED]: 'true',
  [REGION]: region,
  ...more,
});

/** @throws StepFailure for an object somebody else made under a name of ours. */
export const assertOurs = (what: string, region: string, labels: Labels | null | undefined): void => {
  if (labels?.[MANAGED] === 'true' && labels[REGION] === region) return;
  throw new StepFailure('engine_refused', `${what} exists and was not made by this manager.`);
};
