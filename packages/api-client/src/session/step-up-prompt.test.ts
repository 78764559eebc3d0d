import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { describe, expect, it } from 'vitest';
import { createApi } from '../http/create-api.ts';
import { createFakeFetch, json, refuse } from '../testing/fake-fetch.ts';
import { createFakeTiming } from '../testing/fake-timing.ts';
import { signedInReply } from '../testing/samples.ts';
import { createSession } from './session.ts';
import { createStepUpPrompt } from './step-up-prompt.ts';

const setUp = (...answers: Parameters<typeof createFakeFetch>) => {
  const timing = createFakeTiming();
  const server = createFakeFetch(...answers);
  const session = createSession({ baseUrl: '', fetch: server.fetch, timing, locks: null, channel: null });
  session.adopt(signedInReply('token-1'));
  const prompt = createStepUpPrompt();
  const api = createApi(ADMIN_ENDPOINTS, {
    baseUrl: '',
    session,
    fetch: server.fetch,
    timing,
    onStepUp: prompt.ask,
  });
  return { api, prompt, session, ...server };
};

const change = { body: { currentPassword: 'a', newPassword: 'otter kettle vex' } };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const refusal = () => refuse(403, 'step_up_required', { methods: ['totp', 'backup'] });

describe('a call that needs a fresh proof', () => {
  it('waits for it and is sent once more, with the token that carries it', async () => {
    const { api, prompt, session, seen } = setUp(refusal(), new Response(null, { status: 204 }));
    const call = api.changePassword(change);
    await settled();
    expect(prompt.pending()).toEqual({ methods: ['totp', 'backup'] });
    session.adopt(signedInReply('token-2'));
    prompt.settle(true);
    await call;
    expect(prompt.pending()).toBeNull();
    expect(seen.map((request) => request.headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('stays refused when the proof is declined', async () => {
    const { api, prompt, seen } = setUp(refusal());
    const call = api.changePassword(change).catch((error: unknown) => error);
    await settled();
    prompt.settle(false);
    expect(await call).toMatchObject({ code: 'step_up_required' });
    expect(seen).toHaveLength(1);
  });

  it('is not repeated a second time', async () => {
    const { api, prompt, seen } = setUp(refusal(), refusal());
    const call = api.changePassword(change).catch((error: unknown) => error);
    await settled();
    prompt.settle(true);
    expect(await call).toMatchObject({ code: 'step_up_required' });
    expect(seen).toHaveLength(2);
  });

  it('shares one prompt with the others that wait', async () => {
    const { api, prompt } = setUp(refusal(), refusal(), json({}), json({}));
    let shown = 0;
    prompt.subscribe(() => {
      shown += prompt.pending() === null ? 0 : 1;
    });
    const calls = [api.changePassword(change), api.changePassword(change)];
    await settled();
    expect(shown).toBe(1);
    prompt.settle(true);
    await Promise.all(calls);
  });
});
