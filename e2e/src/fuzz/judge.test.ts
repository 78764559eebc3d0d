import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const { getTurns, getPublicHealth, execute, logoutAll } = PLAYER_ENDPOINTS;

const refusal = (status: number, code: string, members: Record<string, unknown> = {}) => ({
  status,
  contentType: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({
    type: 't',
    title: 't',
    status,
    detail: 'd',
    instance: '/',
    code,
    requestId: 'r',
    ...members,
  }),
});

describe('a refusal', () => {
  it('passes with a registered code and its status', () => {
    expect(judge(getTurns, refusal(401, 'unauthenticated'))).toBeNull();
  });

  it.each([
    ['an unregistered code', refusal(409, 'oops'), 'not registered'],
    ['the wrong status', refusal(400, 'unauthenticated'), 'with status'],
    [
      'another content type',
      { ...refusal(401, 'unauthenticated'), contentType: 'text/html' },
      'content type',
    ],
    ['no document', { ...refusal(401, 'unauthenticated'), text: 'no' }, 'not a problem document'],
    ['no request id', refusal(401, 'unauthenticated', { requestId: '' }), 'no request id'],
    ['a failure of the server', refusal(500, 'internal'), 'server failure'],
    ['an undeclared 503', refusal(503, 'economy_read_only'), 'server failure'],
    ['a stack', refusal(401, 'unauthenticated', { detail: 'at x (/srv/a.ts:1:2)' }), 'inside of the server'],
  ])('fails with %s', (_, answer, complaint) => {
    expect(judge(getTurns, answer)).toContain(complaint);
  });

  it('may be a 503 that is declared or always possible', () => {
    expect(judge(execute, refusal(503, 'economy_read_only'))).toBeNull();
    expect(judge(getPublicHealth, refusal(503, 'busy'))).toBeNull();
  });
});

describe('a success', () => {
  const turns = { turns: 1, cap: 1, ratePerHourX100: 1, multiplierBp: 1, nextTurnInMs: null, fullAt: null };
  const ok = (body: unknown) => ({
    status: 200,
    contentType: 'application/json',
    text: JSON.stringify(body),
  });

  it('passes when status and body are the declared ones', () => {
    expect(judge(getTurns, ok(turns))).toBeNull();
    expect(judge(logoutAll, { status: 204, contentType: null, text: '' })).toBeNull();
  });

  it('fails on another status or body', () => {
    expect(judge(getTurns, { ...ok(turns), status: 201 })).toContain('instead of 200');
    expect(judge(getTurns, ok({ turns: 'many' }))).toContain('outside the contract');
    expect(judge(getTurns, { status: 304, contentType: null, text: '' })).toContain('without ETag');
    expect(judge(logoutAll, ok({}))).toContain('instead of 204');
  });
});
