import type { EventData, EventType } from '@sw/contracts';
import type { SocketEvent } from '../socket/frames.ts';
import type { Cache, LogEntry, LogTone } from './cache.ts';
import { appendChat } from './chat-effects.ts';
import { enterSector, patchPlayerState, patchTurns } from './player-effects.ts';
import { queryKeys } from './query-keys.ts';
import { addContact, isSelf, removeContact, updateContact } from './sector-effects.ts';

type EventOf<T extends EventType> = Extract<SocketEvent, { type: T }>;
type Effect<T extends EventType> = (event: EventOf<T>, cache: Cache) => void;

const nothing = () => undefined;

const line = (event: SocketEvent, tone: LogTone, params: LogEntry['params'] = {}): LogEntry => ({
  id: event.id,
  atMs: event.atMs,
  type: event.type,
  tone,
  params,
});

const contractParams = (data: EventData<'contract.accepted'>): LogEntry['params'] => ({
  target: data.targetName,
  state: data.state,
  pay: data.pay,
});

/** Desks, counters and boards offer what follows from one's place, hold and purse. */
const offersChanged = (cache: Cache): void => {
  cache.invalidate(queryKeys.ships.all());
  const stationId = cache.read(queryKeys.player.state())?.location?.stationId;
  if (stationId == null) return;
  cache.invalidate(queryKeys.station.services(stationId));
  cache.invalidate(queryKeys.contracts.board(stationId));
};

/** What lies in the sector is not what it was. */
const wreckSeen = (cache: Cache): void => {
  cache.invalidate(queryKeys.ships.wrecks());
  cache.invalidate(queryKeys.sector.current());
};

/**
 * What each event of the catalogue does to a client's cache (rule book, frontends 1.4). Adding an
 * event to the contract without a line here does not compile.
 */
export const EVENT_EFFECTS = {
  'session.welcome': nothing,
  'session.degraded': nothing,
  'session.restored': nothing,
  'session.revoked': (_, cache) => cache.signOut(),
  // The stream has already asked for what the channel carries.
  'resync.required': nothing,
  'channel.joined': nothing,
  'channel.left': nothing,
  'heartbeat.ack': nothing,
  'system.announcement': (event, cache) =>
    cache.notify(line(event, event.data.priority === 'high' ? 'warning' : 'info', { text: event.data.text })),
  'system.maintenance': (_, cache) => cache.invalidate(queryKeys.status()),
  'system.draining': (event, cache) => cache.log(line(event, 'warning')),
  'player.state_changed': (event, cache) => {
    patchPlayerState(event.data, cache);
    offersChanged(cache);
  },
  'journey.state': (_, cache) => {
    cache.invalidate(queryKeys.journeys.current());
  },
  'player.turns': (event, cache) => patchTurns(event.data, cache),
  'player.moved': (event, cache) => {
    enterSector(cache);
    const { sector, turns, cause } = event.data;
    cache.log(line(event, 'info', { cause, sector: sector.name, number: sector.number, turns }));
  },
  'rank.promoted': (event, cache) => {
    const { playerId, name, rank } = event.data;
    const isOwn = isSelf(playerId, cache);
    // One's own promotion is told on two channels; the sector's line is for the others.
    if (isOwn && event.channel?.startsWith('sector:') === true) return;
    const entry = line(event, 'good', { name, rank, own: isOwn ? 'yes' : 'no' });
    if (isOwn) cache.notify(entry);
    else cache.log(entry);
  },
  'player.hazard': (event, cache) => {
    const { cause, damage, hull, shields } = event.data;
    cache.log(line(event, 'danger', { cause, damage, hull, shields }));
  },
  'autopilot.progress': (event, cache) => {
    const { hop, sectorId, stoppedBecause } = event.data;
    cache.log(line(event, stoppedBecause === null ? 'info' : 'warning', { hop, sectorId, stoppedBecause }));
  },
  'map.discovered': (event, cache) => {
    if (event.data.rows === null) cache.invalidate(queryKeys.map.chart(event.data.regionName));
    else cache.mergeChart(event.data.rows);
  },
  'sector.discovered': (event, cache) => {
    const { sector, isFirst, formations, nebula, credits, rankPoints } = event.data;
    const entry = line(event, 'good', {
      sector: sector.name,
      number: sector.number,
      isFirst: isFirst ? 'yes' : 'no',
      formations: formations.map(({ name }) => name).join(', '),
      nebula: nebula ? 'yes' : 'no',
      credits,
      rankPoints,
    });
    // Every sector is new once; only what is rare is worth a toast.
    if (nebula || formations.length > 0) cache.notify(entry);
    else cache.log(entry);
  },
  'map.marks_changed': (event, cache) => {
    cache.invalidate(queryKeys.sector.dossier(event.data.sectorId));
    cache.invalidate(queryKeys.map.marks());
    cache.invalidate(queryKeys.map.searches());
  },
  'presence.entered': (event, cache) => {
    if (isSelf(event.data.playerId, cache)) return;
    addContact(event.data, event.channel, cache);
    cache.log(
      line(event, 'info', { name: event.data.name, shipType: event.data.shipType, via: event.data.via }),
    );
  },
  'presence.left': (event, cache) => {
    if (isSelf(event.data.playerId, cache)) return;
    removeContact(event.data, event.channel, cache);
    cache.log(line(event, 'info', { name: event.data.name, to: event.data.to }));
  },
  'presence.updated': (event, cache) => updateContact(event.data, event.channel, cache),
  'sector.updated': (event, cache) => {
    cache.invalidate(queryKeys.ships.wrecks());
    cache.invalidate(queryKeys.sector.current());
    cache.invalidate(queryKeys.sector.moves());
    cache.invalidate(queryKeys.sector.byId(event.data.sectorId));
  },
  'market.updated': (event, cache) => {
    const key = queryKeys.market.byStation(event.data.stationId);
    const known = cache.read(key);
    if (known === undefined || known.version < event.data.version) cache.invalidate(key);
  },
  'market.alert_triggered': (event, cache) => {
    const { stationName, sectorNumber, commodity, side, price, limit } = event.data;
    cache.invalidate(queryKeys.market.alerts());
    cache.notify(line(event, 'good', { stationName, sectorNumber, commodity, side, price, limit }));
  },
  'trade.completed': (event, cache) => {
    const { stationId, stationName, lines, net, credits } = event.data;
    cache.invalidate(queryKeys.market.byStation(stationId));
    cache.invalidate(queryKeys.market.trades());
    cache.invalidate(queryKeys.player.creditLedger());
    cache.log(line(event, net < 0n ? 'info' : 'good', { stationName, lines: lines.length, net, credits }));
  },
  'ship.updated': (_, cache) => cache.invalidate(queryKeys.ships.all()),
  'ship.destroyed': (event, cache) => {
    const { name, isOwn, paid, playerId } = event.data;
    // The owner is told by himself, and hears his sector too.
    if (!isOwn && isSelf(playerId, cache)) return;
    cache.invalidate(queryKeys.ships.all());
    cache.log(line(event, isOwn ? 'danger' : 'warning', { name, isOwn, paid }));
  },
  'wreck.created': (event, cache) => {
    const { name, commodities } = event.data;
    wreckSeen(cache);
    cache.log(line(event, 'info', { name, kinds: commodities.length }));
  },
  'wreck.gone': (_, cache) => wreckSeen(cache),
  'ship.claimed': (event, cache) => {
    cache.invalidate(queryKeys.ships.all());
    cache.log(line(event, 'warning', { name: event.data.name, by: event.data.by }));
  },
  'tow.changed': (event, cache) => {
    const { name, state } = event.data;
    for (const key of [queryKeys.ships.all(), queryKeys.sector.current(), queryKeys.sector.moves()])
      cache.invalidate(key);
    cache.log(line(event, state === 'adrift' ? 'warning' : 'info', { name, state }));
  },
  'pod.assisted': (event, cache) => {
    const { name, isHelper } = event.data;
    cache.invalidate(queryKeys.ships.all());
    const entry = line(event, 'good', { name, isHelper: isHelper ? 'yes' : 'no' });
    if (isHelper) cache.log(entry);
    else cache.notify(entry);
  },
  'insurance.paid': (event, cache) => {
    cache.invalidate(queryKeys.player.creditLedger());
    cache.log(line(event, 'good', { amount: event.data.amount }));
  },
  'contract.accepted': (event, cache) => {
    cache.invalidate(queryKeys.contracts.all());
    cache.log(line(event, 'info', contractParams(event.data)));
  },
  'contract.completed': (event, cache) => {
    cache.invalidate(queryKeys.contracts.all());
    cache.invalidate(queryKeys.player.creditLedger());
    cache.notify(line(event, 'good', contractParams(event.data)));
  },
  'contract.failed': (event, cache) => {
    cache.invalidate(queryKeys.contracts.all());
    cache.invalidate(queryKeys.player.creditLedger());
    cache.notify(line(event, 'danger', contractParams(event.data)));
  },
  'contract.board_changed': (event, cache) =>
    cache.invalidate(queryKeys.contracts.board(event.data.stationId)),
  'warehouse.rent': (event, cache) => {
    const { stationId, stationName, state, paid, sold, destroyed, proceeds } = event.data;
    cache.invalidate(queryKeys.player.bank());
    cache.invalidate(queryKeys.player.creditLedger());
    cache.invalidate(queryKeys.station.services(stationId));
    const tone = state === 'paid' ? 'info' : state === 'unpaid' ? 'warning' : 'danger';
    cache.log(line(event, tone, { stationName, state, paid, sold, destroyed, proceeds }));
  },
  'region.status': (_, cache) => cache.invalidate(queryKeys.map.galaxy()),
  'chat.message': (event, cache) => appendChat(event.data, cache),
} satisfies { readonly [T in EventType]: Effect<T> };

/** Applies one event to the cache. */
export const applyEvent = (event: SocketEvent, cache: Cache): void => {
  (EVENT_EFFECTS[event.type] as Effect<EventType>)(event as never, cache);
};
