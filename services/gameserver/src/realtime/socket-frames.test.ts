import { AppError } from '@sw/service-kit';
import { describe, expect, it } from 'vitest';
import { ackFrame, directFrame, readFrame, refusalFrame } from './socket-frames.ts';

const read = (text: string) => readFrame(Buffer.from(text));

describe('a frame', () => {
  it('is a message of the protocol', () => {
    expect(read('{"v":1,"type":"heartbeat","ref":"1","data":{}}')).toEqual({
      kind: 'message',
      message: { v: 1, type: 'heartbeat', ref: '1', data: {} },
    });
  });

  it.each(['', '{', 'null', '1', '"text"', '[]', '\u0000'])('%j is malformed', (text) => {
    expect(read(text)).toEqual({ kind: 'malformed' });
  });

  it.each([
    ['{"ref":"r"}', 'r'],
    ['{"ref":7}', ''],
    ['{}', ''],
    [`{"ref":"${'x'.repeat(100)}"}`, 'x'.repeat(60)],
    ['{"v":1,"type":"nav.move","ref":"m","data":{"to":2}}', 'm'],
    ['{"__proto__":{"ref":"p"}}', ''],
  ])('%s is none of the protocol', (text, ref) => {
    expect(read(text)).toEqual({ kind: 'invalid', ref });
  });
});

describe('answers', () => {
  it('carry the reference', () => {
    expect(JSON.parse(ackFrame('r', undefined))).toEqual({ v: 1, type: 'ack', ref: 'r' });
    expect(JSON.parse(ackFrame('r', { id: 1 }))).toEqual({ v: 1, type: 'ack', ref: 'r', data: { id: 1 } });
    expect(JSON.parse(directFrame('a.b', {}, 'id', 0))).toEqual({
      v: 1,
      type: 'a.b',
      id: 'id',
      ts: '1970-01-01T00:00:00.000Z',
      data: {},
    });
  });

  it('name the refusal with what is needed to do better', () => {
    const refusal = new AppError('rate_limited', {}, { retryAfterS: 3 });
    expect(JSON.parse(refusalFrame('r', refusal))).toMatchObject({
      type: 'error',
      ref: 'r',
      code: 'rate_limited',
      retryAfterS: 3,
    });
  });

  it('show nothing of a defect', () => {
    const text = refusalFrame('r', new Error('password is hunter2'));
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toContain('hunter2');
  });
});
