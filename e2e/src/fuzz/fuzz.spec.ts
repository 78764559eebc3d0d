import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';
import { arbCall } from './arb-call.ts';
import type { Call } from './call.ts';
import { describeCall } from './call.ts';
import type { Answer } from './judge.ts';
import { judge } from './judge.ts';
import type { Personas } from './personas.ts';
import { createPersonas } from './personas.ts';

/**
 * Whatever anybody sends to any endpoint: never a failure of the server, always either the declared
 * reply or a problem document with a registered code. SW_FUZZ_CALLS says how many, SW_FUZZ_SEED which.
 */

const ENDPOINTS = { ...PLAYER_ENDPOINTS, ...ADMIN_ENDPOINTS };
const CALLS = Number(process.env['SW_FUZZ_CALLS'] ?? 600);
const SEED = Number(process.env['SW_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const LIMIT_MS = 60_000 + CALLS * 200;

let stack: Stack;
let personas: Personas;

beforeAll(async () => {
  stack = await startStack();
  personas = createPersonas(stack);
});

afterAll(() => stack?.dispose());

const send = async (call: Call): Promise<Answer> => {
  const token = await personas.token(call.persona);
  const response = await fetch(`${stack.origin}/api/v1${call.target}`, {
    method: call.method,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...call.headers },
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const answer = {
    status: response.status,
    contentType: response.headers.get('content-type'),
    text: await response.text(),
  };
  const endsSessions = call.endpoint === 'logoutAll' || call.endpoint === 'revokeSession';
  if (endsSessions && response.ok) personas.forget(call.persona);
  return answer;
};

/** A path that was bent may lead to another endpoint or to none: then only the shape of a refusal counts. */
const declarationOf = (call: Call) => ENDPOINTS[call.endpoint as keyof typeof ENDPOINTS];

it(`answers ${CALLS} calls as promised (seed ${SEED})`, { timeout: LIMIT_MS }, async () => {
  const known = await personas.knownIds();
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(arbCall(ENDPOINTS, known), async (call) => {
      const answer = await send(call);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const complaint = judge(declarationOf(call), answer);
      if (complaint !== null) {
        throw new Error(
          `${complaint}\n${describeCall(call)}\n→ ${answer.status} ${answer.text.slice(0, 600)}`,
        );
      }
    }),
    { numRuns: CALLS, seed: SEED },
  );
  const successes = [...statuses]
    .filter(([status]) => status < 300)
    .reduce((sum, [, times]) => sum + times, 0);
  expect(successes, 'calls that got through to the game').toBeGreaterThan(CALLS / 20);
});
