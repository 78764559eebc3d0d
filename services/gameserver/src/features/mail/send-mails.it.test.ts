import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../testing/test-app.ts';
import { createMailRound, postMail } from './index.ts';

const MINUTE_MS = 60_000;

let database: TestDatabase;
const clock = fixedClock();
let server: SMTPServer | null = null;
beforeEach(async () => {
  database = await createGameDatabase({ connect: { max: 4 } });
});
afterEach(async () => {
  await new Promise<void>((closed) => (server === null ? closed() : server.close(() => closed())));
  server = null;
  await database.drop();
});

interface Delivered {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** A real mail server on a free port; `refuse` makes it turn down recipients for a while. */
const listen = async (options: { readonly refuse?: () => boolean } = {}) => {
  const delivered: Delivered[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) =>
      options.refuse?.() === true ? done(Object.assign(new Error('later'), { responseCode: 451 })) : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        delivered.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address).join(),
          data: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  const started = server;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  const { port } = started.server.address() as AddressInfo;
  return { delivered, url: `smtp://127.0.0.1:${port}` };
};

const setUp = async () => {
  const { deps } = await createTestApp({
    db: database.db,
    clock,
    register: [],
    env: { MAIL_FROM: 'Game <game@example.org>' },
  });
  const post = (to: string) =>
    deps.db.write((sql) => [
      postMail(
        deps,
        sql,
        {
          to,
          locale: 'xx',
          kind: 'verify_email',
          params: { username: 'kestrel', link: 'https://a.example/#token=s' },
        },
        clock(),
      ),
    ]);
  const states = () => database.sql<
    { isSent: boolean; isFailed: boolean; isKept: boolean; attempts: number }[]
  >`
    SELECT sent_at IS NOT NULL AS is_sent, failed_at IS NOT NULL AS is_failed, content_enc IS NOT NULL AS is_kept,
           attempts FROM mail_outbox ORDER BY id`;
  return { deps, post, states };
};

describe('mails that are due', () => {
  it('reach a real server as they were written, and are forgotten then', async () => {
    const { delivered, url } = await listen();
    const { deps, post, states } = await setUp();
    const round = createMailRound(deps, url);
    await post('kestrel@example.org');
    await round(clock());
    await round(clock());
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({ from: 'game@example.org', to: 'kestrel@example.org' });
    expect(delivered[0]?.data).toContain('Subject: Confirm your e-mail address');
    expect(delivered[0]?.data).toContain('https://a.example/#token=');
    expect(await states()).toEqual([{ isSent: true, isFailed: false, isKept: false, attempts: 1 }]);
  });

  it('are tried again later when the server will not have them, and given up in the end', async () => {
    let isRefusing = true;
    const { delivered, url } = await listen({ refuse: () => isRefusing });
    const { deps, post, states } = await setUp();
    const round = createMailRound(deps, url);
    await post('kestrel@example.org');
    await round(clock());
    await round(clock());
    expect(await states()).toEqual([{ isSent: false, isFailed: false, isKept: true, attempts: 1 }]);
    isRefusing = false;
    clock.advance(MINUTE_MS);
    await round(clock());
    expect(delivered).toHaveLength(1);

    isRefusing = true;
    await post('merlin@example.org');
    for (let turn = 0; turn < 7; turn += 1) {
      await round(clock());
      clock.advance(360 * MINUTE_MS);
    }
    expect((await states())[1]).toEqual({ isSent: false, isFailed: true, isKept: false, attempts: 6 });
  });

  it('wait while nobody listens', async () => {
    const { deps, post, states } = await setUp();
    await post('kestrel@example.org');
    await createMailRound(deps, 'smtp://127.0.0.1:1')(clock());
    expect(await states()).toEqual([{ isSent: false, isFailed: false, isKept: true, attempts: 1 }]);
  });

  it('cannot smuggle in another recipient or header', async () => {
    const { delivered, url } = await listen();
    const { deps, post } = await setUp();
    await post('kestrel@example.org\r\nBcc: thief@example.org');
    await createMailRound(deps, url)(clock());
    expect(delivered.some(({ to }) => to.includes('thief'))).toBe(false);
    expect(delivered.some(({ data }) => /^Bcc:/m.test(data))).toBe(false);
  });
});
