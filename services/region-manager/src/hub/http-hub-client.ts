import type { ServiceSigner } from '@sw/service-kit';
import { z } from 'zod';
import { StepFailure } from '../engine/failure.ts';
import type { HubClient } from './hub-client.ts';

const LIMIT_MS = 15_000;

const certificate = z.looseObject({
  name: z.string(),
  sectorCount: z.int().min(100).max(1000),
  ownerUserId: z.uuid().nullable(),
  entitled: z.boolean(),
});

/** The hub over HTTP, each call with a service token of its own. */
export const createHttpHubClient = (nexusUrl: string, signer: ServiceSigner): HubClient => {
  const call = async (method: string, path: string, signal: AbortSignal, body?: unknown) => {
    try {
      const response = await fetch(`${nexusUrl}/api/v1/internal/regions/${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
        headers: {
          authorization: `Bearer ${await signer.mint('internal')}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
      return { status: response.status, answer };
    } catch (cause) {
      throw new StepFailure('hub_unavailable', 'The hub does not answer.', { isTransient: true, cause });
    }
  };

  return {
    certificate: async (name, signal) => {
      const { status, answer } = await call('GET', name, signal);
      if (status === 404) throw new StepFailure('not_entitled', 'The hub knows no such region.');
      assertDone(status, answer);
      const parsed = certificate.safeParse(answer);
      if (!parsed.success) throw new StepFailure('hub_refused', 'The hub sent a certificate that is none.');
      return parsed.data;
    },
    attach: async (name, attachment, signal) => {
      const { status, answer } = await call('PUT', `${name}/attachment`, signal, attachment);
      assertDone(status, answer);
    },
    detach: async (name, signal) => {
      const { status, answer } = await call('DELETE', `${name}/attachment`, signal);
      if (status !== 404) assertDone(status, answer);
    },
  };
};

/** Overload and outages pass; a refusal stays one. */
const assertDone = (status: number, answer: unknown): void => {
  if (status < 300) return;
  const code = z.object({ code: z.string() }).safeParse(answer).data?.code ?? `status ${status}`;
  if (status === 429 || status >= 500) {
    throw new StepFailure('hub_unavailable', `The hub is not available: ${code}.`, { isTransient: true });
  }
  throw new StepFailure('hub_refused', `The hub refused: ${code}.`);
};
