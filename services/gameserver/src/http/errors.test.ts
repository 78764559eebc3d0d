import { BusyError, DatabaseUnavailableError } from '@sw/db';
import { AppError, createSilentLogger } from '@sw/service-kit';
import fastify from 'fastify';
import { describe, expect, it, vi } from 'vitest';
import { registerErrors } from './errors.ts';

const answerTo = async (thrown: unknown) => {
  const logger = createSilentLogger();
  const error = vi.spyOn(logger, 'error');
  const app = fastify();
  registerErrors(app, logger);
  app.get('/x', () => {
    throw thrown;
  });
  const response = await app.inject('/x?secret=1');
  return { response, body: response.json<Record<string, unknown>>(), logged: error.mock.calls.length };
};

describe('what is thrown becomes', () => {
  it.each([
    ['a refusal', new AppError('insufficient_turns', { need: 3, have: 1 }), 409, 'insufficient_turns', 0],
    ['busy', new BusyError('lock_timeout'), 503, 'busy', 0],
    ['a missing dependency', new DatabaseUnavailableError('none'), 503, 'dependency_unavailable', 0],
    [
      'a missing dependency, whatever became of the commit',
      new DatabaseUnavailableError('unknown'),
      503,
      'dependency_unavailable',
      0,
    ],
    ['a defect', new Error('password is hunter2'), 500, 'internal', 1],
    ['a defect of any kind', 'just a string hunter2', 500, 'internal', 1],
  ])('%s', async (_case, thrown, status, code, logs) => {
    const { response, body, logged } = await answerTo(thrown);
    expect([response.statusCode, body['code'], body['status'], logged]).toEqual([status, code, status, logs]);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body).not.toContain('hunter2');
  });

  it('carries what is needed to do better', async () => {
    const { body } = await answerTo(new AppError('insufficient_turns', { need: 3, have: 1 }));
    expect(body).toMatchObject({ need: 3, have: 1 });
  });

  it('says when to come back', async () => {
    expect((await answerTo(new BusyError('pool_exhausted'))).response.headers['retry-after']).toBe('1');
    const limited = await answerTo(new AppError('rate_limited', {}, { retryAfterS: 7 }));
    expect(limited.response.headers['retry-after']).toBe('7');
    expect(limited.body['retryAfterS']).toBe(7);
  });
});
