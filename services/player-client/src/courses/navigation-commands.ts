import { queryKeys } from '@sw/api-client';
import type { autopilot, EventType, move, ReplyOf } from '@sw/contracts';
import { formatCredits, formatInteger } from '@sw/ui';
import { gameQueries } from '../app/game-queries.ts';
import type { GameServices } from '../app/game-services.ts';
import { refusalOf } from '../app/refusal-text.ts';
import { sectorTitle } from '../app/sector-name.ts';
import type { Stale } from '../app/settle-act.ts';
import { settleAct } from '../app/settle-act.ts';
import type { MoveOption } from '../sectors/warp-list.ts';
import type { Objective } from './course-store.ts';
import { arriveAt, clearCourse, courseStore, otherThan, routesOf, setCourse } from './course-store.ts';
import type { FlightSpent } from './flight-orders.ts';
import { addHops, flightOrders, NOTHING_SPENT } from './flight-orders.ts';
import { stopText } from './stop-text.ts';

/** What became of an act, in words; the same words are a line of the event log. */
export interface Outcome {
  readonly ok: boolean;
  readonly text: string;
  readonly code?: string;
  /** The act has written its line into the log already. */
  readonly isPrinted?: boolean;
  /** Why the autopilot came to rest before the end of the course. */
  readonly stoppedBecause?: string | null;
  /** What a flight of the autopilot took, with what was `spent` on it before. */
  readonly spent?: FlightSpent;
}

export interface EngageOptions {
  /** Hops of this request; the rest of the course stays plotted. */
  readonly maxHops?: number;
  /** What earlier requests of the same flight took: the player's limits hold for the whole of it. */
  readonly spent?: FlightSpent;
}

/** What can be done about a job depends on where the ship lies, and so does who hears what is said. */
const STALE: Stale = {
  now: [queryKeys.sector.all(), queryKeys.station.all(), queryKeys.market.all()],
  soon: [queryKeys.chat.all(), queryKeys.contracts.all()],
};

type MoveReply = ReplyOf<typeof move>;
type AutopilotReply = ReplyOf<typeof autopilot>;

export interface NavigationCommands {
  /** Flies one warp, never dearer than shown. */
  move(option: Pick<MoveOption, 'to' | 'warpId' | 'cost' | 'toll'>): Promise<Outcome | null>;
  plot(
    to: number,
    objective?: Objective,
    avoid?: readonly number[],
    via?: readonly number[],
  ): Promise<Outcome>;
  /** Flies the next hop of the course. */
  step(): Promise<Outcome | null>;
  /** Flies the course until something stops it. */
  engage(options?: EngageOptions): Promise<Outcome | null>;
  dock(station: { readonly id: string; readonly name: string }): Promise<Outcome | null>;
  undock(stationId: string): Promise<Outcome | null>;
  display(): Promise<Outcome>;
  clear(): Outcome;
}

/** The acts of flying; buttons, keys and the command line all come here. */
export function createNavigationCommands(services: GameServices): NavigationCommands {
  const { api, queries, acts, own, clock, i18n } = services;
  const { t } = i18n;
  const count = (value: number) => formatInteger(value, i18n.language);
  const money = (amount: bigint) => formatCredits(amount, i18n.language);

  const failed = (error: unknown): Outcome => {
    const { code, text } = refusalOf(i18n, error, clock.nowMs());
    // A refusal says that the screen is behind: what it shows is asked for again.
    void queries.invalidateQueries({ queryKey: queryKeys.sector.all() });
    void queries.invalidateQueries({ queryKey: queryKeys.player.state() });
    return { ok: false, text, code };
  };

  /** Runs an act once, prints its line, and waits until the screen knows the new state. */
  const act = (
    name: string,
    echoes: readonly EventType[],
    run: () => Promise<{
      readonly rev: number;
      readonly text: string;
      readonly stoppedBecause?: string | null;
      readonly spent?: FlightSpent;
    }>,
  ): Promise<Outcome | null> =>
    acts.run(name, async () => {
      const end = own.begin(echoes);
      let outcome: Outcome;
      try {
        const { rev, ...done } = await run();
        outcome = { ok: true, ...done };
        await settleAct(queries, rev, STALE);
      } catch (error) {
        outcome = failed(error);
      }
      end();
      services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
      return { ...outcome, isPrinted: true };
    });

  const moved = (reply: MoveReply): string => {
    const parts = [
      t('game:line.moved', {
        sector: sectorTitle(reply.sector),
        turns: reply.turns.spent,
        left: count(reply.turns.left),
      }),
    ];
    for (const event of reply.events) {
      if (event.type === 'hazard') parts.push(t('game:line.hazard', { damage: count(event.damage) }));
      else parts.push(t('game:line.toll', { amount: money(event.amount) }));
    }
    if (reply.discovered.charted > 0) parts.push(t('game:line.charted', { count: reply.discovered.charted }));
    return parts.join(' ');
  };

  const flown = (reply: AutopilotReply, hasOwnLimit: boolean): string => {
    const last = reply.hops.at(-1);
    const parts: string[] = [];
    if (last !== undefined) {
      const turns = reply.hops.reduce((sum, hop) => sum + hop.turns.spent, 0);
      parts.push(
        t('game:line.flown', {
          hops: reply.hops.length,
          sector: sectorTitle(last.sector),
          turns,
          left: count(reply.turnsLeft),
        }),
      );
      const damage = reply.hops.reduce((sum, hop) => sum + hop.hull.before - hop.hull.after, 0);
      if (damage > 0) parts.push(t('game:line.hazard', { damage: count(damage) }));
    }
    // A caller that asked for few hops goes on by itself: reaching them is no news.
    const isLeg = hasOwnLimit && reply.stoppedBecause === 'max_hops';
    if (!reply.completed && !isLeg) parts.push(stopText(i18n, reply.stoppedBecause));
    return parts.join(' ');
  };

  const fly = (name: string, option: Pick<MoveOption, 'to' | 'warpId' | 'cost' | 'toll'>) =>
    act(name, ['player.moved', 'player.hazard'], async () => {
      const { to, warpId, cost, toll } = option;
      const reply = await api.move({ body: { to, warpId, maxCost: cost, maxToll: toll } });
      arriveAt(reply.sector.id);
      return { rev: reply.rev, text: moved(reply) };
    });

  const noCourse = (): Promise<Outcome> => Promise.resolve({ ok: false, text: t('game:line.no_course') });

  return {
    move: (option) => fly(`move.${option.to}`, option),
    plot: async (to, objective = 'turns', avoid = [], via = []) => {
      try {
        const compare = otherThan(objective);
        const route = await api.plot({
          body: { to, objective, avoid: [...avoid], via: [...via], compare },
        });
        const here = queries.getQueryData(queryKeys.sector.current()) as { id: number } | undefined;
        const { routeId, hops } = route;
        setCourse({ routeId, objective, from: here?.id ?? 0, via, hops, routes: routesOf(route, objective) });
        const end = route.hops.at(-1);
        return {
          ok: true,
          text: t('game:line.plotted', {
            number: end?.number ?? 0,
            hops: route.totalHops,
            turns: route.totalTurns,
          }),
        };
      } catch (error) {
        const { code, text } = refusalOf(i18n, error, clock.nowMs());
        return { ok: false, text, code };
      }
    },
    step: () => {
      const hop = courseStore.getState().course?.hops[0];
      return hop === undefined ? noCourse() : fly('step', hop);
    },
    engage: (options = {}) => {
      const { course } = courseStore.getState();
      const end = course?.hops.at(-1);
      if (course === null || end === undefined) return noCourse();
      return act('autopilot', ['player.moved', 'player.hazard', 'autopilot.progress'], async () => {
        const { settings } = await queries.fetchQuery(gameQueries.settings(api));
        const { maxHops, spent = NOTHING_SPENT } = options;
        const target = course.routeId === null ? { to: end.to } : { routeId: course.routeId };
        const reply = await api.autopilot({
          body: {
            ...target,
            ...(maxHops === undefined ? {} : { maxHops }),
            ...flightOrders(settings, spent),
          },
        });
        for (const hop of reply.hops) arriveAt(hop.sector.id);
        const left = courseStore.getState().course;
        if (left !== null) courseStore.setState({ course: { ...left, routeId: reply.remainingRouteId } });
        return {
          rev: reply.hops.at(-1)?.rev ?? 0,
          text: flown(reply, maxHops !== undefined),
          stoppedBecause: reply.stoppedBecause,
          spent: addHops(spent, reply.hops),
        };
      });
    },
    dock: (station) =>
      act('dock', [], async () => {
        const reply = await api.dock({ params: { id: station.id } });
        const fee =
          reply.feeWaived || reply.fee === 0n ? '' : ` ${t('game:line.fee', { amount: money(reply.fee) })}`;
        return {
          rev: reply.rev,
          text: t('game:line.docked', { station: station.name, left: count(reply.turns.turns) }) + fee,
        };
      }),
    undock: (stationId) =>
      act('undock', [], async () => {
        const reply = await api.undock({ params: { id: stationId } });
        const mooring =
          reply.mooring === 0n ? '' : ` ${t('game:line.mooring', { amount: money(reply.mooring) })}`;
        return { rev: reply.rev, text: t('game:line.undocked') + mooring };
      }),
    display: async () => {
      await queries.invalidateQueries();
      return { ok: true, text: t('game:line.displayed') };
    },
    clear: () => {
      clearCourse();
      // A course the server still keeps would be back after a reload: no harm beyond that.
      void api.clearCourse().catch(() => undefined);
      return { ok: true, text: t('game:line.cleared') };
    },
  };
}
