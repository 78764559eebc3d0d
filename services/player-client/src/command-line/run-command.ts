import { queryKeys } from '@sw/api-client';
import type { getCurrentSector, getPlayerState, getRegionChart, ReplyOf } from '@sw/contracts';
import {
  formatCredits,
  formatDecimal,
  formatDuration,
  formatInteger,
  formatSectorNumber,
  formatSigned,
} from '@sw/ui';
import type { Commands } from '../app/commands.ts';
import { gameQueries } from '../app/game-queries.ts';
import type { GameServices } from '../app/game-services.ts';
import { refusalOf } from '../app/refusal-text.ts';
import { sectorTitle } from '../app/sector-name.ts';
import { courseStore } from '../courses/course-store.ts';
import type { Outcome } from '../courses/navigation-commands.ts';
import { sendChat } from '../features/chat/send-chat.ts';
import { createExploreCommands } from '../features/exploration/explore-commands.ts';
import { haulCargo } from '../features/ships/haul-cargo.ts';
import { salvageFirst } from '../features/ships/salvage.ts';
import { createTradingCommands } from '../features/trading/trading-commands.ts';
import { chartModelOf, nearestRow, sectorIdOf } from '../sectors/chart-model.ts';
import { warpRows } from '../sectors/warp-list.ts';
import { turnsNow } from '../shell/turns-now.ts';
import type { Command } from './command.ts';

type MarkVerb = 'note' | 'mark' | 'avoid' | 'unavoid';
type SectorView = ReplyOf<typeof getCurrentSector>;
type StateView = ReplyOf<typeof getPlayerState>;
type ChartView = ReplyOf<typeof getRegionChart>;

export interface CommandScope {
  readonly services: GameServices;
  readonly commands: Commands;
  readonly navigate: (path: string) => void;
  readonly setAlias: (name: string, line: string | null) => void;
}

type Runner<C extends Command> = (
  command: C,
  scope: CommandScope,
) => Promise<Outcome | null> | Outcome | null;
type RunnerOf = { readonly [V in Command['verb']]: Runner<Extract<Command, { verb: V }>> };

const said = (text: string, ok = true): Outcome => ({ ok, text });

/* `fetchQuery` asks again for what an event has made stale; what a line acts on is never the sector just left. */
const sectorOf = ({ services }: CommandScope): Promise<SectorView> =>
  services.queries.fetchQuery(gameQueries.sector(services.api));

const stateOf = ({ services }: CommandScope): Promise<StateView> =>
  services.queries.fetchQuery(gameQueries.state(services.api));

const chartOf = async (scope: CommandScope, regionName: string): Promise<ChartView> =>
  scope.services.queries.fetchQuery(gameQueries.chart(scope.services.api, regionName));

/** The id of a sector of the present region by its number: a neighbour's own id, else by the chart. */
async function sectorIdByNumber(scope: CommandScope, number: number): Promise<number> {
  const sector = await sectorOf(scope);
  const neighbour = sector.warps?.find((warp) => warp.number === number);
  if (neighbour !== undefined) return neighbour.to;
  return sectorIdOf(await chartOf(scope, sector.regionName), number);
}

async function move(
  command: Extract<Command, { verb: 'move' }>,
  scope: CommandScope,
): Promise<Outcome | null> {
  const { navigation } = scope.commands;
  if (command.to === 'next') return navigation.step();
  const row = warpRows(await sectorOf(scope)).find(({ option }) => option.number === command.to);
  if (row !== undefined) return navigation.move(row.option);
  // Further away: the course is shown first and flown when the player says so.
  return navigation.plot(await sectorIdByNumber(scope, command.to));
}

/** A mark on a sector by its number; no text takes it away. */
async function mark(
  { verb, sector, text = '' }: { readonly verb: MarkVerb; readonly sector: number; readonly text?: string },
  scope: CommandScope,
): Promise<Outcome> {
  const { api, i18n, queries } = scope.services;
  const params = { sectorId: await sectorIdByNumber(scope, sector) };
  const isGone = text.trim() === '';
  const acts = {
    note: () => (isGone ? api.deleteNote({ params }) : api.putNote({ params, body: { text } })),
    mark: () =>
      isGone ? api.deleteBookmark({ params }) : api.putBookmark({ params, body: { label: text, colour: 0 } }),
    avoid: () => api.putAvoid({ params }),
    unavoid: () => api.deleteAvoid({ params }),
  };
  await acts[verb]();
  void queries.invalidateQueries({ queryKey: queryKeys.map.marks() });
  void queries.invalidateQueries({ queryKey: queryKeys.sector.dossier(params.sectorId) });
  const done = {
    note: isGone ? ('explore:line.note_gone' as const) : ('explore:line.noted' as const),
    mark: isGone ? ('explore:line.unmarked' as const) : ('explore:line.marked' as const),
    avoid: 'explore:line.avoided' as const,
    unavoid: 'explore:line.unavoided' as const,
  };
  return said(i18n.t(done[verb]));
}

async function nearShipyard(scope: CommandScope): Promise<Outcome> {
  const { api, i18n } = scope.services;
  const { items } = await api.searchMap({ query: { has: 'shipyard' } });
  const [hit] = items;
  if (hit === undefined || hit.turns === null) return said(i18n.t('explore:line.near_nothing'), false);
  if (hit.turns > 0) await scope.commands.navigation.plot(hit.sectorId);
  return said(
    i18n.t('explore:line.near_shipyard', {
      station: hit.station?.name ?? '',
      number: hit.number,
      turns: hit.turns,
    }),
  );
}

async function near(command: Extract<Command, { verb: 'near' }>, scope: CommandScope): Promise<Outcome> {
  if (command.what === 'shipyard') return nearShipyard(scope);
  const { t } = scope.services.i18n;
  const sector = await sectorOf(scope);
  const model = chartModelOf(await chartOf(scope, sector.regionName));
  const here = model.rowOf(sector.number);
  const wanted = command.what === 'station' ? model.hasStation : (row: number) => !model.isVisited(row);
  const found = here === null ? null : nearestRow(model, here, wanted);
  if (found === null) return said(t('game:line.near_nothing'), false);
  const number = model.numberAt(found.row);
  await scope.commands.navigation.plot(sectorIdOf(model.chart, number));
  const title = sectorTitle({ number, name: model.nameAt(found.row) });
  return said(t('game:line.near', { sector: title, hops: found.hops }));
}

async function find(command: Extract<Command, { verb: 'find' }>, scope: CommandScope): Promise<Outcome> {
  const { services } = scope;
  const { t, language } = services.i18n;
  const { items } = await services.queries.fetchQuery(gameQueries.knownPrices(services.api));
  const price = (item: (typeof items)[number]) => (command.side === 'sell' ? item.bid : item.ask);
  const known = items.filter(
    (item) =>
      item.commodity === command.item &&
      price(item) !== null &&
      (command.within === null || (item.hops ?? Number.POSITIVE_INFINITY) <= command.within),
  );
  const better = (a: bigint, b: bigint) => (command.side === 'sell' ? a > b : a < b);
  const best = known.reduce<(typeof known)[number] | null>((chosen, item) => {
    const [offer, present] = [price(item), chosen === null ? null : price(chosen)];
    return offer !== null && (present === null || better(offer, present)) ? item : chosen;
  }, null);
  const item = t(`common:commodity_word.${command.item}`);
  if (best === null) return said(t('trade:line.find_nothing', { item }), false);
  return said(
    t(command.side === 'sell' ? 'trade:line.find_sell' : 'trade:line.find_buy', {
      item,
      price: formatCredits(price(best) ?? 0n, language),
      station: best.stationName,
      number: best.sectorNumber,
      turns: best.turns ?? 0,
    }),
  );
}

/** Names the best route and shows the others: nothing is flown before the player says so. */
async function route(command: Extract<Command, { verb: 'route' }>, scope: CommandScope): Promise<Outcome> {
  const { t, language } = scope.services.i18n;
  const { routes } = await scope.services.api.findRoutes({
    body: command.maxHops === null ? {} : { maxHops: command.maxHops },
  });
  const [best] = routes;
  if (best === undefined) return said(t('trade:line.route_nothing'), false);
  scope.navigate('/game/markets?tab=routes');
  return said(
    t('trade:line.route', {
      path: best.legs.map(({ sectorNumber }) => formatSectorNumber(sectorNumber)).join(' → '),
      profit: formatSigned(best.profit, language),
      turns: best.turns,
      perTurn: formatDecimal(best.profitPerTurnX100 / 100, language, 1),
    }),
  );
}

async function dock(
  command: Extract<Command, { verb: 'dock' }>,
  scope: CommandScope,
): Promise<Outcome | null> {
  const { t } = scope.services.i18n;
  const station = (await sectorOf(scope)).stations?.[command.station - 1];
  return station === undefined
    ? said(t('game:line.no_station'), false)
    : scope.commands.navigation.dock(station);
}

async function undock(scope: CommandScope): Promise<Outcome | null> {
  const stationId = (await stateOf(scope)).location?.stationId;
  return stationId == null
    ? said(scope.services.i18n.t('game:line.not_docked'), false)
    : scope.commands.navigation.undock(stationId);
}

async function turns(scope: CommandScope): Promise<Outcome> {
  const { i18n, clock } = scope.services;
  const view = (await stateOf(scope)).turns;
  const now = turnsNow(view, clock.nowMs());
  const params = { turns: formatInteger(now.turns, i18n.language), cap: view.cap, perHour: now.perHour };
  return said(
    now.fullInMs === null
      ? i18n.t('game:line.turns_full', params)
      : i18n.t('game:line.turns', { ...params, span: formatDuration(now.fullInMs, i18n.language) }),
  );
}

async function ship(scope: CommandScope): Promise<Outcome> {
  const { t } = scope.services.i18n;
  const { ship: own } = await stateOf(scope);
  if (own === null) return said(t('game:line.no_ship'), false);
  scope.navigate('/game/ships');
  return said(
    t('game:line.ship', {
      name: own.name,
      type: t(`common:ship_type.${own.type}`),
      hull: own.hull,
      maxHull: own.maxHull,
      used: own.cargoUsed,
      capacity: own.cargoCapacity,
    }),
  );
}

async function cargo(scope: CommandScope): Promise<Outcome> {
  const { t, language } = scope.services.i18n;
  const { cargo: rows } = await stateOf(scope);
  if (rows.length === 0) return said(t('game:line.cargo_empty'));
  const list = rows.map(({ commodity, quantity, avgCost }) =>
    t('game:line.cargo_item', {
      quantity: formatInteger(quantity, language),
      item: t(`common:commodity_word.${commodity}`),
      cost: formatCredits(avgCost, language),
    }),
  );
  return said(t('game:line.cargo', { list: list.join(', ') }));
}

async function who(scope: CommandScope): Promise<Outcome> {
  const { t } = scope.services.i18n;
  const contacts = (await sectorOf(scope)).contacts?.items ?? [];
  if (contacts.length === 0) return said(t('game:line.who_nobody'));
  return said(t('game:line.who', { names: contacts.map(({ name }) => name).join(', ') }));
}

/** One runner a verb; each comes to the same act as the button. */
const RUNNERS: RunnerOf = {
  move,
  plot: async ({ to, avoid }, scope) => {
    const ids = await Promise.all(avoid.map((number) => sectorIdByNumber(scope, number)));
    return scope.commands.navigation.plot(await sectorIdByNumber(scope, to), 'turns', ids);
  },
  course: (_, { services }) => {
    const hops = courseStore.getState().course?.hops;
    const end = hops?.at(-1);
    if (hops === undefined || end === undefined) return said(services.i18n.t('game:line.no_course'), false);
    const cost = hops.reduce((sum, hop) => sum + hop.cost, 0);
    return said(services.i18n.t('game:line.course', { number: end.number, hops: hops.length, turns: cost }));
  },
  clear: (_, scope) => scope.commands.navigation.clear(),
  auto: ({ mode }, scope) => {
    if (mode === 'step') return scope.commands.navigation.step();
    if (mode === 'on') return scope.commands.navigation.engage();
    return said(scope.services.i18n.t('game:line.auto_off'));
  },
  dock,
  undock: (_, scope) => undock(scope),
  display: (_, scope) => scope.commands.navigation.display(),
  order: ({ side, amount, item }, scope) => createTradingCommands(scope.services).order(side, amount, item),
  trade: async (_, scope) => {
    const stationId = (await stateOf(scope)).location?.stationId;
    if (stationId == null) return said(scope.services.i18n.t('game:line.not_docked'), false);
    scope.navigate(`/game/station/${stationId}`);
    return said(scope.services.i18n.t('game:line.opened_market'));
  },
  quote: ({ amount, item }, scope) => createTradingCommands(scope.services).price(amount, item),
  find,
  route,
  near,
  scan: ({ mode }, scope) => createExploreCommands(scope.services).scan(mode),
  harvest: (_, scope) => createExploreCommands(scope.services).harvest(),
  salvage: async (_, scope) => {
    const outcome = await salvageFirst(scope.services);
    if (outcome !== null) return outcome;
    scope.navigate('/game/ships');
    return said(scope.services.i18n.t('ships:wreck.locked'));
  },
  recall: (_, scope) => createExploreCommands(scope.services).recall(),
  sector: ({ number }, scope) => {
    scope.navigate(`/game/sector/${number}`);
    return said(scope.services.i18n.t('explore:dossier.title'));
  },
  note: mark,
  mark,
  avoid: mark,
  unavoid: mark,
  say: ({ text }, scope) => sendChat(scope.services, text),
  who: (_, scope) => who(scope),
  turns: (_, scope) => turns(scope),
  ship: (_, scope) => ship(scope),
  cargo: (_, scope) => cargo(scope),
  jobs: async (_, scope) => {
    const stationId = (await stateOf(scope)).location?.stationId;
    scope.navigate(stationId == null ? '/game/jobs' : `/game/station/${stationId}/jobs`);
    return said(scope.services.i18n.t('game:line.opened_jobs'));
  },
  haul: ({ direction, amount, item }, { services }) => haulCargo(services, direction, amount, item),
  jettison: (_, scope) => {
    scope.navigate('/game/ships/active/cargo');
    return said(scope.services.i18n.t('game:line.jettison'));
  },
  log: ({ filter }, scope) => {
    scope.navigate(filter === null ? '/game/log' : `/game/log?q=${encodeURIComponent(filter)}`);
    return said(scope.services.i18n.t('game:line.opened_log'));
  },
  help: ({ topic }, scope) => {
    scope.navigate(topic === null ? '/help/commands' : `/help/commands#${encodeURIComponent(topic)}`);
    return said(scope.services.i18n.t('game:line.opened_help'));
  },
  alias: ({ name, line }, scope) => {
    scope.setAlias(name, line);
    const { t } = scope.services.i18n;
    return said(
      line === null ? t('game:line.alias_gone', { name }) : t('game:line.alias_set', { name, line }),
    );
  },
};

/** Runs a command; never throws. Null: another act was still on its way and nothing was done. */
export async function runCommand(command: Command, scope: CommandScope): Promise<Outcome | null> {
  try {
    return await (RUNNERS[command.verb] as Runner<Command>)(command, scope);
  } catch (error) {
    const { i18n, clock } = scope.services;
    return said(refusalOf(i18n, error, clock.nowMs()).text, false);
  }
}
