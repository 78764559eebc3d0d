import { Facts, formatCredits, formatInteger, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import type { PlayerStateView } from '../../shell/status-view-model.ts';

/** Who flies: rank, reputation and credits. */
export function PilotPanel({ state }: { readonly state: PlayerStateView }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const catalogue = useCatalogue();
  const { player } = state;
  return (
    <Panel title={<bdi>{player.callsign}</bdi>} look="subject" padded>
      <Facts
        facts={[
          {
            name: t('game:ship.rank'),
            value:
              catalogue.rankName(player.rankLevel) ?? t('game:contacts.rank', { level: player.rankLevel }),
          },
          { name: t('game:ship.rank_points'), value: formatInteger(player.rankPoints, locale) },
          { name: t('game:ship.reputation'), value: t(`common:reputation.${player.reputationTier}`) },
          { name: t('game:status.credits'), value: formatCredits(state.credits, locale), tone: 'credits' },
        ]}
      />
    </Panel>
  );
}
