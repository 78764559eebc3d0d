import { createSilentLogger } from '@sw/service-kit';
import { fixedClock, sequentialIds } from '@sw/test-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FakeConnection } from '../testing/fake-connection.ts';
import { fakeConnection } from '../testing/fake-connection.ts';
import type { MemoryBus } from '../testing/memory-bus.ts';
import { createMemoryBus } from '../testing/memory-bus.ts';
import { toBusCommit } from './bus-commit.ts';
import { createBusFollower } from './bus-follower.ts';
import type { Hub } from './hub.ts';
import { createHub } from './hub.ts';
import type { OutboxEvent } from './outbox.ts';
import { membership, playerChannel, sectorChannel } from './outbox.ts';
import { createSharedChannels } from './shared-channels.ts';

const SECTORS = [1, 2, 3];
const PLAYERS = ['ann', 'bob'];
const PROCESSES = 3;
const BEGIN = 1;
const ORIGIN = 'somebody';
const MAX_TURNS = 2_000;

type Step =
  | { readonly kind: 'say'; readonly sectorId: number }
  | { readonly kind: 'move'; readonly player: string; readonly sectorId: number }
  | { readonly kind: 'again' }
  | { readonly kind: 'cut' | 'restore'; readonly process: number }
  | { readonly kind: 'flush' }
  | { readonly kind: 'breathe' };

const sector = fc.constantFrom(...SECTORS);
const process = fc.nat({ max: PROCESSES - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), sectorId: sector }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      player: fc.constantFrom(...PLAYERS),
      sectorId: sector,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'again' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'restore' as const), process }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'breathe' as const }) },
);

interface Process {
  readonly hub: Hub;
  readonly bus: MemoryBus;
  readonly sockets: readonly FakeConnection[];
  stop(): Promise<void>;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const startProcess = async (bus: MemoryBus, places: () => ReadonlyMap<string, Place>): Promise<Process> => {
  const clock = fixedClock();
  const newId = sequentialIds();
  const channels = createSharedChannels(bus, clock, newId);
  const nothing = (): void => undefined;
  const hub = createHub({
    clock,
    newId,
    onSessionRevoked: nothing,
    onSectorNamed: nothing,
    onScopesChanged: nothing,
    onSocketClosing: nothing,
    onNoticesChanged: nothing,
    onRegionsChanged: nothing,
    onHoldingChanged: nothing,
    onEventsDropped: nothing,
    shared: channels,
  });
  const follower = createBusFollower({
    bus,
    logger: createSilentLogger(),
    retryMs: 1,
    onItems: (items) => hub.deliverNumbered(items),
    onLost: async () => {
      await channels.relocate();
      hub.requireResync();
      for (const [playerId, place] of places()) hub.deliver([membership(playerId, place)]);
    },
  });
  await follower.start();
  const sockets: FakeConnection[] = [];
  for (const player of PLAYERS) {
    const socket = fakeConnection(`${player} here`, player);
    hub.add(socket);
    await hub.prepare([playerChannel(player), 'global', sectorChannel(BEGIN), 'region:terran-space']);
    hub.open(socket, { sectorId: BEGIN, regionName: 'terran-space', rev: 0, sinceMs: 0 });
    sockets.push(socket);
  }
  return {
    hub,
    bus,
    sockets,
    stop: async () => {
      const stopping = follower.stop();
      bus.cut();
      await stopping;
    },
  };
};

interface Place {
  readonly sectorId: number;
  readonly regionName: string;
  readonly rev: number;
}

/** Runs the steps over three processes; what every socket heard, and what each player should have heard. */
const run = async (steps: readonly Step[]) => {
  const server = createMemoryBus();
  const writer = server.connect();
  const places = new Map<string, Place>(
    PLAYERS.map((player) => [player, { sectorId: BEGIN, regionName: 'terran-space', rev: 0 }]),
  );
  const due = new Map<string, string[]>(PLAYERS.map((player) => [player, []]));
  const processes: Process[] = [];
  for (let count = 0; count < PROCESSES; count += 1) {
    processes.push(await startProcess(server.connect(), () => places));
  }
  let commits = 0;
  let last: Parameters<typeof toBusCommit>[0] | undefined;
  const commit = async (...events: readonly OutboxEvent[]): Promise<void> => {
    commits += 1;
    last = { id: BigInt(commits), origin: ORIGIN, createdAt: new Date(1), events };
    await writer.publish([toBusCommit(last)]);
  };
  const line = (sectorId: number, text: string): OutboxEvent => {
    for (const [player, place] of places) if (place.sectorId === sectorId) due.get(player)?.push(text);
    return { channel: sectorChannel(sectorId), type: 'chat.message', data: { text } };
  };
  const move = async (player: string, sectorId: number): Promise<void> => {
    const before = places.get(player);
    if (before === undefined) return;
    // As a move does it: told where he left, then membership, then told where he came.
    const left = line(before.sectorId, `left ${commits}`);
    const place = { ...before, sectorId, rev: before.rev + 1 };
    places.set(player, place);
    await commit(left, membership(player, place), line(sectorId, `came ${commits}`));
  };
  const perform = async (next: Step): Promise<void> => {
    switch (next.kind) {
      case 'say':
        return commit(line(next.sectorId, `line ${commits}`));
      case 'move':
        return move(next.player, next.sectorId);
      case 'again':
        return last === undefined ? undefined : writer.publish([toBusCommit(last)]);
      case 'flush':
        return server.flush();
      case 'breathe':
        return breathe();
      case 'cut':
        return processes[next.process]?.bus.cut();
      case 'restore':
        return processes[next.process]?.bus.restore();
    }
  };
  for (const next of steps) await perform(next);
  for (const { bus } of processes) bus.restore();
  const hasEnded = (socket: FakeConnection) => textsOf(socket).some((text) => text.startsWith('end'));
  for (let turn = 0; !processes.every(({ sockets }) => sockets.every(hasEnded)); turn += 1) {
    if (turn === MAX_TURNS) throw new Error('somebody hears nothing any more');
    if (turn % 10 === 0) await commit(...SECTORS.map((sectorId) => line(sectorId, `end ${turn}`)));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  for (const { stop } of processes) await stop();
  return { processes, due, places };
};

/** The lines a client takes: one told twice has its id twice. */
const textsOf = ({ sent }: FakeConnection): string[] => [
  ...new Map(
    sent.flatMap(({ type, id, data }) =>
      type === 'chat.message' ? [[id, (data as { text: string }).text] as const] : [],
    ),
  ).values(),
];
const holderOf = ({ owner }: FakeConnection): string => (owner.audience === 'player' ? owner.playerId : '');
const resyncsOf = ({ sent }: FakeConnection) => sent.filter(({ type }) => type === 'resync.required');

/** Everything heard was meant for him, in order. */
const expectInOrder = (heard: readonly string[], expected: readonly string[]): void => {
  let from = 0;
  for (const text of heard) {
    const at = expected.indexOf(text, from);
    expect([text, at >= from]).toEqual([text, true]);
    from = at + 1;
  }
};

const expectGrowingNumbers = ({ sent }: FakeConnection): void => {
  const seen = new Map<string, number>();
  for (const { type, ch, epoch, seq = 0 } of sent) {
    if (type !== 'chat.message') continue;
    const key = `${ch} ${epoch}`;
    expect(seq).toBeGreaterThan(seen.get(key) ?? 0);
    seen.set(key, seq);
  }
};

it('every socket hears what happened where its player was, once, in order, whatever is cut or told again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const { processes, due } = await run(steps);
      for (const socket of processes.flatMap(({ sockets }) => sockets)) {
        const heard = textsOf(socket);
        expect(heard).toEqual(due.get(holderOf(socket))?.slice(0, heard.length));
        expect(socket.sent.filter(({ type }) => type === 'chat.message')).toHaveLength(heard.length);
        expect(resyncsOf(socket)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it('where the bus lost everything sockets are told so, numbers begin anew, and nobody hears another place', async () => {
  const withFlush = fc
    .tuple(fc.array(step, { maxLength: 15 }), fc.array(step, { maxLength: 15 }))
    .map(([before, after]): Step[] => [...before, { kind: 'flush' }, { kind: 'breathe' }, ...after]);
  await fc.assert(
    fc.asyncProperty(withFlush, async (steps) => {
      const { processes, due } = await run(steps);
      for (const socket of processes.flatMap(({ sockets }) => sockets)) {
        const [heard, expected] = [textsOf(socket), due.get(holderOf(socket)) ?? []];
        expectInOrder(heard, expected);
        expectGrowingNumbers(socket);
        const isWhole = heard.every((text, index) => text === expected[index]);
        if (!isWhole) expect(resyncsOf(socket).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 30 },
  );
});
