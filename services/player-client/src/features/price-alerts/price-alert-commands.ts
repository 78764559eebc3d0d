import { queryKeys } from '@sw/api-client';
import type { BodyOf, createAlert } from '@sw/contracts';
import type { GameServices } from '../../app/game-services.ts';
import { refusalOf } from '../../app/refusal-text.ts';

type Wish = BodyOf<typeof createAlert>;

export interface PriceAlertCommands {
  watch(wish: Wish): Promise<boolean>;
  stop(id: string): Promise<boolean>;
}

/** Watching prices; every outcome is a line of the log. */
export function createPriceAlertCommands({
  api,
  queries,
  acts,
  print,
  i18n,
  clock,
}: GameServices): PriceAlertCommands {
  const run = async (name: string, said: string, act: () => Promise<unknown>): Promise<boolean> => {
    const outcome = await acts.run(name, async () => {
      try {
        await act();
        await queries.invalidateQueries({ queryKey: queryKeys.market.alerts() });
        print('good', 'trade', said);
        return true;
      } catch (error) {
        print('warning', 'trade', refusalOf(i18n, error, clock.nowMs()).text);
        return false;
      }
    });
    return outcome === true;
  };
  return {
    watch: (wish) => run('alert.watch', i18n.t('trade:alerts.set'), () => api.createAlert({ body: wish })),
    stop: (id) =>
      run(`alert.stop.${id}`, i18n.t('trade:alerts.removed'), () => api.deleteAlert({ params: { id } })),
  };
}
