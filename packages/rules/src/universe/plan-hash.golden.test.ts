import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nexusInput, planFor, playerInput, terranInput } from '../testing/region-inputs.ts';
import { planHash } from './plan-hash.ts';

/**
 * The plans of generator version 1. A changed hash means that stored regions can no longer be verified: raise
 * GENERATOR_VERSION with it.
 */
const GOLDEN = [
  ['Terran Space', terranInput('golden'), '0cc5327a5a6a357a6cc0b6ecb1cdf2b3af8de9d694870885f1eda16c900b922a'],
  ['the Nexus', nexusInput('golden'), '57fabc44d1bb63d189294541a4f87c08be52759a832810e0d2f9bd87be06a1cc'],
  [
    'the smallest player region',
    playerInput('golden', 100),
    '51ff702cc7069534da18c1b9dfc794f748e08545e9dab8e2c4668db049e7204c',
  ],
  [
    'a usual player region',
    playerInput('golden', 500),
    '1c7fa95011707d464e84dac1f2a3a1b419680d15d0f5be8f4525a2a3edab83d6',
  ],
  [
    'the largest player region',
    playerInput('golden', 1_000),
    'd7c9db2005e32431fb51fec35bd02830683bc3396beaeaadbb5c15f6c1a001cc',
  ],
] as const;

describe('plan hashes (G16)', () => {
  it.each(GOLDEN)(
    '%s',
    (_name, input, hash) => {
      expect(planHash(planFor(input))).toBe(hash);
    },
    20_000,
  );

  it('come out the same in another process', () => {
    const inputs = GOLDEN.map(([, input]) => input);
    const script = `
      import { generateRegion, planHash } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const inputs = ${JSON.stringify(inputs)};
      process.stdout.write(JSON.stringify(inputs.map((input) => planHash(generateRegion(input)))));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(GOLDEN.map(([, , hash]) => hash));
  }, 30_000);
});
