import type { Part } from './part.ts';
import type { PartSetting } from './part-kinds.ts';
import { countingPart, vitestPart } from './part-kinds.ts';
import type { ProofCounts } from './proofs.ts';

const JOURNEYS = 'e2e/src/main.ts';

/** The long proofs, those that are wanted at all; each may use all of the time that is left. */
export const soakParts = (
  setting: PartSetting,
  { terran, nexus, kills, fuzz }: ProofCounts,
): readonly Part[] => {
  const limitMs = Number.POSITIVE_INFINITY;
  return [
    ...(terran + nexus === 0
      ? []
      : [
          vitestPart(setting, {
            name: `generator, ${terran} × Terran Space and ${nexus} × Nexus`,
            limitMs,
            args: ['--project=unit', 'packages/rules/src/universe'],
          }),
        ]),
    ...(kills === 0
      ? []
      : [
          countingPart(setting, JOURNEYS, {
            name: `crash test, ${kills} kills`,
            limitMs,
            args: ['src/crash'],
          }),
        ]),
    ...(fuzz === 0
      ? []
      : [
          countingPart(setting, JOURNEYS, {
            name: `contract fuzz, ${fuzz} calls`,
            limitMs,
            args: ['src/fuzz'],
          }),
        ]),
  ];
};
