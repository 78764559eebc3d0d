import type { Fact } from '@sw/ui';
import {
  CommodityGlyph,
  Facts,
  formatCredits,
  formatInteger,
  HoldCells,
  Meter,
  NumberCell,
  Panel,
  ShipGlyph,
  Table,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import type { PlayerStateView } from '../../shell/status-view-model.ts';
import { useHoldLabel } from '../../shell/use-hold-label.ts';
import { TodaySection } from '../navigation/index.ts';
import styles from './ShipPage.module.css';

const CELLS_PX = 300;
/** The condition is counted in thousandths of a percent. */
const CONDITION_PER_PERCENT = 1_000;

/** P-12 of this slice: the one ship, its hold, and what the catalogue says of its class. */
export function ShipPage(): ReactElement {
  const t = useText();
  const query = usePlayerState();
  const panel = usePanelState(query, t('game:screen.ship'), 8);
  const state = query.data;
  return (
    <Screen
      title={t('game:screen.ship')}
      hideTitle
      contextLabel={t('game:ship.pilot')}
      context={
        state === undefined ? null : (
          <>
            <PilotPanel state={state} />
            <TodaySection credits={state.credits} />
          </>
        )
      }
      stage={
        state?.ship == null ? (
          <Panel
            title={t('game:screen.ship')}
            state={state === undefined ? panel : { kind: 'empty', text: t('game:ship.none') }}
          />
        ) : (
          <ShipBody ship={state.ship} cargo={state.cargo} />
        )
      }
    />
  );
}

interface ShipBodyProps {
  readonly ship: NonNullable<PlayerStateView['ship']>;
  readonly cargo: PlayerStateView['cargo'];
}

function ShipBody({ ship, cargo }: ShipBodyProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const label = useHoldLabel({ used: ship.cargoUsed, capacity: ship.cargoCapacity, segments: cargo });
  return (
    <>
      <header className={styles.head}>
        <ShipGlyph type={ship.type} className={styles.glyph} />
        <div>
          <p className={styles.name}>
            <bdi>{ship.name}</bdi>
          </p>
          <p className="lo small">
            {t('game:ship.about', {
              type: t(`common:ship_type.${ship.type}`),
              registration: ship.registration,
            })}
            {ship.isBound && ` ${t('game:ship.bound')}`}
            {ship.isLoaner && ` ${t('game:ship.loaner')}`}
          </p>
        </div>
      </header>
      <div className={styles.columns}>
        <Panel title={t('game:ship.condition')} padded>
          <div className={styles.meters}>
            <Gauge name={t('game:status.hull')} value={ship.hull} max={ship.maxHull} />
            <Gauge name={t('game:status.shield')} value={ship.shields} max={ship.maxShields} />
            <Gauge
              name={t('game:ship.upkeep')}
              value={Math.floor(ship.conditionMilli / CONDITION_PER_PERCENT)}
              max={100}
              isPercent
            />
          </div>
          <Facts
            facts={[
              { name: t('game:ship.turns_per_warp'), value: ship.turnsPerWarp },
              { name: t('game:status.drones'), value: `${ship.drones}/${ship.droneBays}` },
              { name: t('game:ship.fault'), value: t(`game:ship.fault_${ship.fault}`) },
            ]}
          />
        </Panel>
        <Panel
          title={t('game:status.hold')}
          note={t('game:ship.hold_note', { used: ship.cargoUsed, capacity: ship.cargoCapacity })}
        >
          <div className={styles.cells}>
            <HoldCells segments={cargo} capacity={ship.cargoCapacity} width={CELLS_PX} label={label} />
          </div>
          {cargo.length === 0 ? (
            <p className={styles.empty}>{t('game:ship.hold_empty')}</p>
          ) : (
            <Table caption={t('game:status.hold')}>
              <thead>
                <tr>
                  <th scope="col">{t('game:ship.commodity')}</th>
                  <th scope="col" className="end">
                    {t('game:ship.quantity')}
                  </th>
                  <th scope="col" className="end">
                    {t('game:ship.cost')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {cargo.map(({ commodity, quantity, avgCost }) => (
                  <tr key={commodity}>
                    <th scope="row">
                      <CommodityGlyph commodity={commodity} className={styles.inline} />
                      {t(`common:commodity.${commodity}`)}
                    </th>
                    <NumberCell>{formatInteger(quantity, locale)}</NumberCell>
                    <NumberCell>{formatCredits(avgCost, locale)}</NumberCell>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Panel>
        <ClassPanel type={ship.type} />
      </div>
    </>
  );
}

interface GaugeProps {
  readonly name: string;
  readonly value: number;
  readonly max: number;
  readonly isPercent?: boolean;
}

function Gauge({ name, value, max, isPercent = false }: GaugeProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const shown = isPercent
    ? t('common:unit.percent', { value })
    : t('game:ship.of', { value: formatInteger(value, locale), max: formatInteger(max, locale) });
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

/** Numbers of the ship's class, as the rules catalogue has them. */
function ClassPanel({ type }: { readonly type: string }): ReactElement | null {
  const t = useText();
  const { i18n } = useGame();
  const locale = useLocale();
  const entry = useCatalogue().shipType(type);
  if (entry === null) return null;
  const facts: Fact[] = Object.entries(entry)
    .filter(
      ([name, value]) => typeof value === 'number' && i18n.exists(`ship.class_fact.${name}`, { ns: 'game' }),
    )
    .map(([name, value]) => ({
      name: (t as (key: string) => string)(`game:ship.class_fact.${name}`),
      value: formatInteger(Number(value), locale),
    }));
  if (facts.length === 0) return null;
  return (
    <Panel title={t('game:ship.class')} padded>
      <Facts facts={facts} />
    </Panel>
  );
}

function PilotPanel({ state }: { readonly state: PlayerStateView }): ReactElement {
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
