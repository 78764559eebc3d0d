import { Button, formatClock, formatCredits, formatDuration, formatInteger, RadioGroup } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { sectorName } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { Objective } from '../../courses/course-store.ts';
import { OBJECTIVES, turnsAlong } from '../../courses/course-store.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import { turnsNow } from '../../shell/turns-now.ts';
import { FlightProgress } from './FlightProgress.tsx';
import styles from './MapContext.module.css';
import { RouteHops } from './RouteHops.tsx';
import type { RouteSummary } from './route-summary.ts';
import { summariseRoute } from './route-summary.ts';
import { StopRules } from './StopRules.tsx';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

export interface RoutePanelProps {
  readonly map: GameMap;
  readonly acts: MapActs;
  /** False where the button to engage stands elsewhere. */
  readonly hasEngage?: boolean;
}

/** The plotted course: what it costs, what lies on it, its alternative, and the autopilot. */
export function RoutePanel({ map, acts, hasEngage = true }: RoutePanelProps): ReactElement | null {
  const t = useText();
  const { course, routes, state, sector, flight, regionName } = map;
  const nowMs = useNow();
  const end = course?.hops.at(-1);
  if (course === null || end === undefined) return null;
  const turns = state === undefined ? 0 : turnsNow(state.turns, nowMs).turns;
  const summaries = Object.fromEntries(
    OBJECTIVES.map((objective) => {
      const route = routes?.[objective];
      return [objective, route == null ? null : summariseRoute(route, turns, regionName)];
    }),
  ) as Record<Objective, RouteSummary | null>;
  const summary = summaries[course.objective];
  const spent = summary?.turns ?? turnsAlong(course.hops).at(-1) ?? 0;
  return (
    <section className={styles.section} aria-labelledby="map-route">
      <p className={styles.kicker}>
        <span>
          {t('map:route')} <HelpMark topic="movement" about={t('map:route')} />
        </span>
        <span className="num">{t('map:route_from', { number: sector?.number ?? 0 })}</span>
      </p>
      <div className={styles.head}>
        <h2 id="map-route" className={styles.subject}>
          <b className="num">{`#${end.number}`}</b> <bdi>{sectorName(end, map.stationOf(end))}</bdi>
        </h2>
        {!flight.isFlying && (
          <Button size="small" variant="bare" onClick={acts.clear}>
            {t('game:cockpit.clear')}
          </Button>
        )}
      </div>
      <RouteFigures hops={course.hops.length} turns={spent} left={turns - spent} />
      {!flight.isFlying && summaries.turns !== null && summaries.safe !== null && (
        <RadioGroup<Objective>
          className={styles.choices}
          label={t('map:compare')}
          hideLabel
          value={course.objective}
          onChange={acts.chooseRoute}
          options={OBJECTIVES.map((value) => ({
            value,
            label: t(`map:objective_${value}`),
            hint: <RouteHint summary={summaries[value]} />,
          }))}
        />
      )}
      {summary !== null && <RouteWarnings summary={summary} />}
      <RouteHops
        map={map}
        hops={course.hops}
        markedFrom={summary === null || summary.risk === 'low' ? null : (summary.worst?.hazard ?? null)}
      />
      <StopRules />
      {hasEngage && <EngageButton map={map} acts={acts} turns={spent} />}
    </section>
  );
}

function RouteFigures(figures: {
  readonly hops: number;
  readonly turns: number;
  readonly left: number;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <dl className={styles.figures}>
      {(['hops', 'turns', 'left'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`map:figure_${name}`)}</dt>
          <dd className={name === 'left' && figures.left < 0 ? 'warn' : undefined}>
            {formatInteger(figures[name], locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What an alternative means in a few words, and its turns. */
function RouteHint({ summary }: { readonly summary: RouteSummary | null }): ReactElement | null {
  const t = useText();
  if (summary === null) return null;
  return (
    <>
      {summary.worst === null
        ? t(`map:risk_${summary.risk}`)
        : t('map:worst', { level: summary.worst.hazard })}{' '}
      <b className="num">{summary.turns}</b>
    </>
  );
}

function RouteWarnings({ summary }: { readonly summary: RouteSummary }): ReactElement | null {
  const t = useText();
  const { clock } = useGame();
  const locale = useLocale();
  const lines: string[] = [];
  if (summary.affordableAtMs !== null) {
    const nowMs = clock.nowMs();
    lines.push(
      t('map:warn_turns', {
        time: formatClock(summary.affordableAtMs, locale),
        span: formatDuration(summary.affordableAtMs - nowMs, locale),
      }),
    );
  }
  if (summary.worst !== null && summary.risk !== 'low')
    lines.push(t('map:warn_hazard', { level: summary.worst.hazard, number: summary.worst.number }));
  if (summary.unvisited > 0) lines.push(t('map:warn_unvisited', { count: summary.unvisited }));
  if (summary.toll > 0n) lines.push(t('map:warn_toll', { amount: formatCredits(summary.toll, locale) }));
  if (summary.regions.length > 0) lines.push(t('map:warn_region'));
  if (lines.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The one filled button while a course is plotted; undocks first where the ship is docked. */
export function EngageButton({
  map,
  acts,
  turns,
}: RoutePanelProps & { readonly turns: number }): ReactElement {
  const t = useText();
  const reason = useReason();
  const { flight, running, state } = map;
  if (flight.isFlying) return <FlightProgress flight={flight} onStop={acts.stop} />;
  const isDocked = state?.location?.state === 'docked';
  return (
    <>
      <Button
        variant="next"
        size="large"
        wide
        hotkey="X"
        data-guide="engage"
        cost={t('common:unit.turns', { count: turns })}
        pending={running !== null}
        disabledReason={reason(null)}
        onClick={() => void acts.engage()}
      >
        {t(isDocked ? 'map:undock_fly' : 'game:cockpit.autopilot')}
      </Button>
      {flight.said !== null && (
        <p className={styles.said} role="status">
          {flight.said}
        </p>
      )}
    </>
  );
}
