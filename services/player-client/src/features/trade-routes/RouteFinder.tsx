import { formatCredits, formatInteger, Panel, RadioGroup, Select } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { Toolbar } from '../../shell/Toolbar.tsx';
import { TradeRunBar } from '../../trade-run/TradeRunBar.tsx';
import { useTradeRun } from '../../trade-run/use-trade-run.ts';
import { RouteCard } from './RouteCard.tsx';
import styles from './RouteFinder.module.css';
import type { RouteWish } from './route-query.ts';
import { DEFAULT_WISH, HOPS, OBJECTIVES, RISKS, routeQuery, STOPS } from './route-query.ts';

/** The route finder of P-10: what to rank by, how far, and the best five routes over known prices. */
export function RouteFinder(): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { data: state } = usePlayerState();
  const run = useTradeRun();
  const [wish, setWish] = useState<RouteWish>(DEFAULT_WISH);
  const set = (change: Partial<RouteWish>) => setWish({ ...wish, ...change });
  const query = useQuery({ ...routeQuery(api, wish, state?.rev ?? 0), enabled: state !== undefined });
  const found = query.data;
  const loaded = usePanelState(query, t('trade:routes.title'), 6);
  // Who may ask for two only is asked nothing.
  const stops = STOPS.filter((value) => value <= (found?.stopsAllowed ?? DEFAULT_WISH.maxStops));
  const isEmpty = found !== undefined && found.routes.length === 0;
  const why = found?.cargo === 0 ? 'full' : found !== undefined && found.credits < 100n ? 'poor' : 'none';
  return (
    <>
      <TradeRunBar model={run} stationId={state?.location?.stationId ?? null} />
      <Toolbar>
        <RadioGroup
          label={t('trade:routes.objective')}
          look="segments"
          value={wish.objective}
          onChange={(objective) => set({ objective })}
          options={OBJECTIVES.map((value) => ({ value, label: t(`trade:routes.by_${value}`) }))}
        />
        <RadioGroup
          label={t('trade:routes.risk')}
          look="segments"
          value={String(wish.risk)}
          onChange={(risk) => set({ risk: Number(risk) })}
          options={RISKS.map(({ value, key }) => ({
            value: String(value),
            label: t(`trade:routes.risk_${key}`),
          }))}
        />
        <Select
          label={t('trade:routes.hops')}
          value={String(wish.maxHops)}
          onChange={(hops) => set({ maxHops: Number(hops) })}
          options={HOPS.map((value) => ({
            value: String(value),
            label: t('trade:routes.hops_of', { hops: value }),
          }))}
        />
        {stops.length > 1 && (
          <Select
            label={t('trade:routes.stops')}
            value={String(wish.maxStops)}
            onChange={(chosen) => set({ maxStops: Number(chosen) })}
            options={stops.map((value) => ({ value: String(value), label: formatInteger(value, locale) }))}
          />
        )}
      </Toolbar>
      <Panel
        title={t('trade:routes.title')}
        note={
          found === undefined
            ? undefined
            : t('trade:routes.with', {
                stations: found.considered,
                cargo: formatInteger(found.cargo, locale),
                credits: formatCredits(found.credits, locale),
              })
        }
        state={
          loaded.kind === 'ready' && isEmpty
            ? { kind: 'empty', text: t(`trade:routes.empty_${why}`) }
            : loaded
        }
      >
        <ol className={styles.routes}>
          {(found?.routes ?? []).map((route, index) => (
            <RouteCard
              key={route.legs.map(({ stationId }) => stationId).join(' ')}
              route={route}
              rank={index + 1}
              turns={state?.turns.turns ?? 0}
              isBusy={run.isFlying}
              onFly={() => run.begin(route)}
            />
          ))}
        </ol>
      </Panel>
    </>
  );
}
