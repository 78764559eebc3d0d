import type { Part } from './part.ts';
import type { PartSetting } from './part-kinds.ts';
import { countingPart, scriptPart, vitestPart } from './part-kinds.ts';

const minutes = (count: number): number => count * 60_000;
const JOURNEYS = 'e2e/src/main.ts';

/**
 * What `npm test` consists of, in order. Where the real servers are installed, their tests run beside the
 * crash test: both mostly wait for servers that start.
 */
export const testParts = (setting: PartSetting, hasServers = false): readonly Part[] => [
  scriptPart(setting, 'scripts/check.ts', { name: 'check', limitMs: minutes(5) }),
  scriptPart(setting, 'scripts/build.ts', { name: 'build', limitMs: minutes(3) }),
  vitestPart(setting, {
    name: 'unit and integration tests',
    limitMs: minutes(9),
    args: ['--project', 'unit', '--project', 'ui', '--project', 'it'],
  }),
  countingPart(setting, JOURNEYS, {
    name: 'browser journeys',
    limitMs: minutes(10),
    args: ['src/specs'],
  }),
  countingPart(setting, JOURNEYS, {
    name: 'crash test',
    limitMs: minutes(10),
    args: ['src/crash'],
    ...(hasServers ? { beside: serversPart(setting) } : {}),
  }),
  countingPart(setting, JOURNEYS, { name: 'contract fuzz', limitMs: minutes(4), args: ['src/fuzz'] }),
];

/** What `npm run test:infra` consists of: everything that needs servers which npm does not bring. */
export const infraParts = (setting: PartSetting): readonly Part[] => [
  vitestPart(setting, {
    name: 'tests against real servers',
    limitMs: minutes(9),
    args: ['--project', 'infra', '--passWithNoTests'],
  }),
];

const serversPart = (setting: PartSetting): Part =>
  countingPart(setting, 'scripts/test-infra.ts', {
    name: 'tests against real servers',
    limitMs: minutes(9),
    isQuiet: true,
  });
