import {
  CommodityGlyph,
  formatCredits,
  formatInteger,
  HoldCells,
  NumberField,
  Panel,
  PanelNotice,
  Select,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useHoldLabel } from '../../shell/use-hold-label.ts';
import { ActButton, actOf } from './ActButton.tsx';
import { JettisonDialog } from './JettisonDialog.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

const CELLS_PX = 300;
type Row = OwnShip['cargo'][number];

/** The hold of a ship: to another ship beside it, or overboard. */
export function CargoTab({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  const { cargo } = ship;
  const label = useHoldLabel({ used: ship.cargoUsed, capacity: ship.cargoCapacity, segments: cargo });
  const [besideId, setBesideId] = useState<string | null>(null);
  const beside = ship.beside.find(({ id }) => id === besideId) ?? ship.beside[0] ?? null;
  return (
    <Panel
      title={t('game:status.hold')}
      note={t('game:ship.hold_note', { used: ship.cargoUsed, capacity: ship.cargoCapacity })}
    >
      <div className={styles.cells}>
        <HoldCells segments={cargo} capacity={ship.cargoCapacity} width={CELLS_PX} label={label} />
      </div>
      {cargo.length === 0 && <PanelNotice state={{ kind: 'empty', text: t('game:ship.hold_empty') }} />}
      {cargo.length > 0 && beside !== null && (
        <div className={styles.inlineForm}>
          <Select
            label={t('ships:cargo.to')}
            value={beside.id}
            onChange={setBesideId}
            options={ship.beside.map(({ id, name, free }) => ({
              value: id,
              label: t('ships:cargo.to_ship', { name, free }),
            }))}
          />
        </div>
      )}
      <ul className={styles.rows}>
        {cargo.map((row) => (
          <CargoLine key={row.commodity} ship={ship} row={row} beside={beside} />
        ))}
      </ul>
    </Panel>
  );
}

interface CargoLineProps {
  readonly ship: OwnShip;
  readonly row: Row;
  readonly beside: OwnShip['beside'][number] | null;
}

function CargoLine({ ship, row, beside }: CargoLineProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act } = useFleetActs();
  const [quantity, setQuantity] = useState(row.quantity);
  const [throwing, setThrowing] = useState(false);
  const amount = Math.min(quantity, row.quantity);
  const item = t(`common:commodity_word.${row.commodity}`);
  const shown = { quantity: formatInteger(amount, locale), item };
  const items = [{ commodity: row.commodity, quantity: amount }];
  const transfer = (to: NonNullable<typeof beside>) =>
    void act(
      'cargo_transfer',
      () => api.transferCargo({ params: { id: ship.id }, body: { toShipId: to.id, items } }),
      () => t('ships:done.transfer', { ...shown, name: to.name }),
    );
  const jettison = async () => {
    await act(
      'jettison',
      () => api.jettisonCargo({ params: { id: ship.id }, body: { items } }),
      () => t('ships:done.jettison', shown),
    );
    setThrowing(false);
  };
  return (
    <li>
      <div>
        <h3>
          <CommodityGlyph commodity={row.commodity} className={styles.inline} />
          {t(`common:commodity.${row.commodity}`)}
        </h3>
        <p>
          {t('ships:cargo.row', {
            quantity: formatInteger(row.quantity, locale),
            cost: formatCredits(row.avgCost, locale),
          })}
        </p>
      </div>
      <div className={styles.pair}>
        <NumberField
          label={t('game:ship.quantity')}
          value={amount}
          min={1}
          max={row.quantity}
          onChange={setQuantity}
          locale={locale}
          decreaseLabel={t('common:field.decrease')}
          increaseLabel={t('common:field.increase')}
        />
        {beside !== null && (
          <ActButton action={beside.action} onAct={() => transfer(beside)}>
            {t('ships:act.transfer')}
          </ActButton>
        )}
        {ship.isActive && (
          <ActButton
            action={actOf(ship.actions, 'jettison')}
            variant="danger"
            onAct={() => setThrowing(true)}
          >
            {t('ships:act.jettison')}
          </ActButton>
        )}
      </div>
      {throwing && (
        <JettisonDialog
          text={t('ships:cargo.jettison_text', shown)}
          onClose={() => setThrowing(false)}
          onThrow={jettison}
        />
      )}
    </li>
  );
}
