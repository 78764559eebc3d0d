import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { DatabaseUnavailableError } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../deps.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { Command } from './command.ts';
import { runCommand } from './command.ts';
import type { RawReply } from './raw-reply.ts';

type Undock = (typeof PLAYER_ENDPOINTS)['undock'];
type Work = (command: Command<Undock>) => Promise<RawReply>;

let game: TestGame;
let deps: Deps;
let told: OutboxEvent[];
let doubts: number;
let userId: string;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 12, lockTimeoutMs: 200 } });
  userId = (await game.register('commander')).userId;
  await game.database.sql`CREATE TABLE effects (note text)`;
});
afterAll(() => game.stop());
beforeEach(async () => {
  told = [];
  doubts = 0;
  deps = {
    ...game.deps,
    outbox: {
      committed: (events) => told.push(...events),
      doubted: () => {
        doubts += 1;
      },
    },
  };
  await game.database.sql`TRUNCATE effects, event_outbox, idempotency_keys`;
});

const request = (key: string | null = crypto.randomUUID(), body = 'body', route = 'POST /x') => ({
  endpoint: PLAYER_ENDPOINTS.undock,
  nowMs: game.clock(),
  idempotency: key === null ? null : { userId, key, route, bodySha256: Buffer.from(body) },
});
const EVENT: OutboxEvent = { channel: 'global', type: 'system.announcement', data: { text: 'x' } };
const doIt: Work = async (command) => {
  await command.load(command.sql`SELECT 1`);
  return command.save({
    writes: [command.sql`INSERT INTO effects VALUES ('done')`],
    events: [EVENT],
    reply: { rev: 1, mooring: 0n, credits: 5n },
  });
};
const count = async (table: string): Promise<number> =>
  (await game.database.sql.unsafe(`SELECT 1 FROM ${table}`)).length;
const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'done',
    (error: { code?: string; name: string; reason?: string }) => error.code ?? error.reason ?? error.name,
  );

describe('a command', () => {
  it('keeps effect, answer and events together and tells of them', async () => {
    const { body } = await runCommand(deps, request(), doIt);
    expect(JSON.parse(String(body))).toEqual({ rev: 1, mooring: 0, credits: 5 });
    expect([await count('effects'), await count('event_outbox'), told]).toEqual([1, 1, [EVENT]]);
  });

  it('that is refused keeps and tells nothing, not even its key', async () => {
    const key = crypto.randomUUID();
    const refuse: Work = async (command) => {
      await command.load(command.sql`INSERT INTO effects VALUES ('half')`);
      throw new AppError('not_docked');
    };
    expect(await codeOf(runCommand(deps, request(key), refuse))).toBe('not_docked');
    expect([
      await count('effects'),
      await count('event_outbox'),
      await count('idempotency_keys'),
      told,
    ]).toEqual([0, 0, 0, []]);
    expect(await codeOf(runCommand(deps, request(key), doIt))).toBe('done');
  });

  it('without a key is done as often as it is sent', async () => {
    await runCommand(deps, request(null), doIt);
    await runCommand(deps, request(null), doIt);
    expect(await count('effects')).toBe(2);
  });
});

describe('a key', () => {
  it('used again brings the same answer and no second effect', async () => {
    const key = crypto.randomUUID();
    const first = await runCommand(deps, request(key), doIt);
    const again = await runCommand(deps, request(key), doIt);
    expect(again.body).toBe(first.body);
    expect([first.headers['idempotent-replay'], again.headers['idempotent-replay'], again.status]).toEqual([
      undefined,
      'true',
      200,
    ]);
    expect([await count('effects'), told.length]).toEqual([1, 1]);
  });

  it('used many times at once has one effect', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => runCommand(deps, request(key), doIt)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replay'] === 'true')).toHaveLength(5);
    expect(await count('effects')).toBe(1);
  });

  it.each([
    ['another body', { body: 'other' }],
    ['another command', { route: 'POST /y' }],
  ])('used for %s is refused', async (_case, { body, route }: { body?: string; route?: string }) => {
    const key = crypto.randomUUID();
    await runCommand(deps, request(key), doIt);
    expect(await codeOf(runCommand(deps, request(key, body, route), doIt))).toBe('idempotency_mismatch');
  });

  it('whose first command takes too long answers busy', async () => {
    const key = crypto.randomUUID();
    let finish: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun: () => void = () => {};
    const isUnderWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = runCommand(deps, request(key), async (command) => {
      await command.load(command.sql`SELECT 1`);
      begun();
      await held;
      return command.save({ writes: [], events: [], reply: { rev: 1, mooring: 0n, credits: 5n } });
    });
    await isUnderWay;
    expect(await codeOf(runCommand(deps, request(key), doIt))).toBe('lock_timeout');
    finish();
    await slow;
    expect(await count('effects')).toBe(0);
  });

  it('whose first command was refused lets the waiting one run', async () => {
    const key = crypto.randomUUID();
    const claimed = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const refused = codeOf(
      runCommand(deps, request(key), async (command) => {
        await command.load(command.sql`SELECT 1`);
        claimed.resolve();
        await gate.promise;
        throw new AppError('not_docked');
      }),
    );
    await claimed.promise;
    const waiting = codeOf(runCommand(deps, request(key), doIt));
    setTimeout(gate.resolve, 50);
    const [first, second] = await Promise.all([refused, waiting]);
    expect([first, second]).toEqual(['not_docked', 'done']);
    expect(await count('effects')).toBe(1);
  });
});

it('a commit nobody knows the outcome of makes everybody look again', async () => {
  const lost = new DatabaseUnavailableError('unknown');
  const broken: Deps = {
    ...deps,
    db: {
      ...deps.db,
      command: (work) =>
        deps.db.command((tx) =>
          work({
            sql: tx.sql,
            load: (...statements) => tx.load(...statements),
            commit: () => Promise.reject(lost),
          }),
        ),
    },
  };
  await expect(runCommand(broken, request(), doIt)).rejects.toBe(lost);
  expect([told, doubts]).toEqual([[], 1]);
});
