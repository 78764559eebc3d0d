import { Facts, formatCredits, Meter, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton, actOf } from './ActButton.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { RenameForm } from './RenameForm.tsx';
import { SellDialog } from './SellDialog.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { STAT_ROWS } from './stat-rows.ts';
import { TowActs } from './TowActs.tsx';
import { useFleetActs } from './use-fleet-acts.ts';
import { useStatText } from './use-stat-text.ts';

const MILLI_PER_PERCENT = 1_000;
type Leaving = 'abandon' | 'self_destruct';

/** How a ship is, what it can do, and what can be done with it as a whole. */
export function OverviewTab({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const words = useStatText();
  return (
    <div className={styles.columns}>
      <Panel title={t('ships:overview.state')} padded>
        <div className={styles.meters}>
          <Gauge name={t('game:status.hull')} value={ship.hull} max={ship.maxHull} />
          <Gauge name={t('game:status.shield')} value={ship.shields} max={ship.maxShields} />
          <Gauge
            name={t('game:ship.upkeep')}
            value={Math.floor(ship.conditionMilli / MILLI_PER_PERCENT)}
            max={100}
          />
        </div>
        <Facts
          facts={[
            { name: t('game:ship.turns_per_warp'), value: ship.turnsPerWarp },
            ...(ship.tow === null
              ? []
              : [
                  {
                    name: t('ships:overview.tow'),
                    value: t('ships:overview.tow_value', { name: ship.tow.name, turns: ship.tow.extraTurns }),
                  },
                ]),
            { name: t('ships:overview.paid'), value: formatCredits(ship.purchaseValue, locale) },
            { name: t('ships:overview.sale'), value: formatCredits(ship.saleValue, locale) },
            {
              name: t('ships:overview.insured'),
              value:
                ship.policy === null
                  ? t('ships:overview.not_insured')
                  : formatCredits(ship.policy.payout, locale),
            },
          ]}
        />
      </Panel>
      <Panel title={t('ships:overview.stats')} padded>
        <Facts
          facts={STAT_ROWS.map(({ stat }) => ({
            name: t(`ships:stat.${stat}`),
            value: words.value(stat, ship.stats[stat]),
          }))}
        />
      </Panel>
      <ShipActs ship={ship} />
    </div>
  );
}

function Gauge({
  name,
  value,
  max,
}: {
  readonly name: string;
  readonly value: number;
  readonly max: number;
}): ReactElement {
  const t = useText();
  const shown = t('game:ship.of', { value, max });
  return (
    <div className={styles.gauge}>
      <span>{name}</span>
      <b>{shown}</b>
      <Meter
        value={value}
        max={max}
        label={`${name} ${shown}`}
        tone={value * 2 < max ? 'danger' : 'neutral'}
      />
    </div>
  );
}

function ShipActs({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [selling, setSelling] = useState(false);
  const board = () =>
    void act(
      'ship_activate',
      () => api.activateShip({ params: { id: ship.id }, body: {} }),
      () => t('ships:done.board', { name: ship.name }),
    );
  return (
    <Panel title={t('ships:overview.acts')} padded>
      <div className={styles.acts}>
        {!ship.isActive && (
          <ActButton action={actOf(ship.actions, 'ship_activate')} variant="next" onAct={board}>
            {t('ships:act.board')}
          </ActButton>
        )}
        <TowActs ship={ship} />
        <RenameForm key={ship.name} ship={ship} />
        <ActButton action={actOf(ship.actions, 'ship_sell')} onAct={() => setSelling(true)}>
          {t('ships:act.sell')}
        </ActButton>
        <ActButton
          action={actOf(ship.actions, 'ship_abandon')}
          variant="danger"
          onAct={() => setLeaving('abandon')}
        >
          {t('ships:act.abandon')}
        </ActButton>
        <ActButton
          action={actOf(ship.actions, 'ship_self_destruct')}
          variant="danger"
          onAct={() => setLeaving('self_destruct')}
        >
          {t('ships:act.self_destruct')}
        </ActButton>
      </div>
      {leaving !== null && <LeaveDialog ship={ship} how={leaving} onClose={() => setLeaving(null)} />}
      {selling && (
        <SellDialog
          ship={ship}
          onClose={() => setSelling(false)}
          onSold={() => void navigate('/game/ships')}
        />
      )}
    </Panel>
  );
}
