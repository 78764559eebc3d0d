import { queryKeys } from '@sw/api-client';
import { formatCredits, formatInteger } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { gameQueries, usePlayerState } from '../../app/game-queries.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import type { FormValues } from './form-values.ts';
import { priceOf } from './form-values.ts';
import type { ServiceAction } from './service-queries.ts';
import { serviceQueries } from './service-queries.ts';
import { useServiceText } from './service-text.ts';

export type ServicesModel = ReturnType<typeof useServices>;

/** Everything the counters of a station show and do. */
export function useServices(stationId: string, venue: string) {
  const services = useGame();
  const { api, acts, queries, clock, i18n } = services;
  const words = useServiceText();
  const { data: state } = usePlayerState();
  const { data: station } = useQuery(gameQueries.station(api, stationId));
  const isDocked = state === undefined || state.location?.stationId === stationId;
  const query = useQuery({ ...serviceQueries.services(api, stationId), enabled: isDocked });
  const running = useRunningAct();
  const list = query.data?.services ?? [];
  const chosen = list.find(({ id }) => id === venue) ?? null;

  const said = (action: ServiceAction, values: FormValues): string => {
    const shown = Object.fromEntries(
      action.inputs.map(({ name, kind, options }) => {
        const value = values[name];
        if (kind !== 'choice') return [name, formatInteger(Number(value), i18n.language)];
        return [name, words.name(options.find((option) => option.value === value)?.nameKey ?? '')];
      }),
    );
    const price = formatCredits(priceOf(action, values) ?? 0n, i18n.language);
    const params = { ...action.params, ...shown, price };
    return (
      words.text(`done.${action.id}`, params) ??
      words.name('done.other', { action: words.name(action.nameKey, params), price })
    );
  };

  return {
    stationId,
    state,
    station,
    isDocked,
    query,
    list,
    chosen,
    venue,
    running,
    /** Does what a form says; true when it was done. */
    act: async (action: ServiceAction, values: FormValues): Promise<boolean> => {
      const done = await acts.run(action.id, async () => {
        try {
          await services.post(action.path, values);
          services.print('good', 'trade', said(action, values));
          return true;
        } catch (error) {
          services.print('warning', 'trade', refusalOf(i18n, error, clock.nowMs()).text);
          return false;
        }
      });
      await Promise.all(
        [queryKeys.station.all(), queryKeys.player.all(), queryKeys.market.all()].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      return done === true;
    },
  };
}
