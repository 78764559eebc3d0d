import { Facts, formatCredits, formatDateTime, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import styles from './Ships.module.css';
import { shipQueries } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** The policy of a ship, and what the next one costs and pays. */
export function InsuranceTab({ shipId }: { readonly shipId: string }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act } = useFleetActs();
  const catalogue = useCatalogue();
  const [days, claimsDays, hours] = [
    'facts.counters.policyDays',
    'facts.counters.claimsDays',
    'facts.counters.waitingHours',
  ].map((path) => catalogue.number(path));
  const query = useQuery(shipQueries.insurance(api, shipId));
  const state = usePanelState(query, t('ships:tab.insurance'), 5);
  const quote = query.data?.items[0];
  const credits = (amount: bigint | null) => (amount === null ? '–' : formatCredits(amount, locale));
  const insure = () =>
    void act(
      'ship_insure',
      () => api.insureShip({ body: { shipId } }),
      () => t('ships:done.insure', { name: quote?.name ?? '' }),
    );
  return (
    <Panel title={t('ships:tab.insurance')} padded state={state}>
      {quote !== undefined && (
        <div className={styles.form}>
          {days != null && hours != null && <p>{t('ships:insurance.text', { days, hours })}</p>}
          <Facts
            facts={[
              { name: t('ships:insurance.value'), value: credits(quote.value) },
              { name: t('ships:insurance.premium'), value: credits(quote.premium) },
              { name: t('ships:insurance.payout'), value: credits(quote.payout), tone: 'credits' },
              { name: t('ships:insurance.claims', { days: claimsDays ?? 0 }), value: quote.claimsLately },
              {
                name: t('ships:insurance.until'),
                value:
                  quote.policy === null
                    ? t('ships:overview.not_insured')
                    : formatDateTime(Date.parse(quote.policy.until), locale),
              },
            ]}
          />
          <ActButton action={quote.action} variant="next" onAct={insure}>
            {t(quote.policy === null ? 'ships:act.insure' : 'ships:act.renew')}
          </ActButton>
        </div>
      )}
    </Panel>
  );
}
