import { useTranslation } from '@sw/i18n';
import { NumberField, TextField } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { useTell } from '../../shell/notices.ts';
import styles from './Regions.module.css';

const ZONES = ['federation', 'border', 'frontier'] as const;
const NO_SHIFT = { policing: 0, danger: 0 };

/** Everything a new region is made of; what is not filled in the server decides. */
export function CreateRegionDialog({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (name: string) => void;
}): ReactElement {
  const { t } = useTranslation('admin_regions');
  const { api } = useConsole();
  const locale = useLocale();
  const queries = useQueryClient();
  const tell = useTell();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [owner, setOwner] = useState('');
  const [seed, setSeed] = useState('');
  const [totalSectors, setTotalSectors] = useState(500);
  const [ends, setEnds] = useState<{ federation: number; border: number } | null>(null);
  const [shifts, setShifts] = useState<Readonly<Record<string, typeof NO_SHIFT>>>({});
  const steppers = { locale, decreaseLabel: t('create.less'), increaseLabel: t('create.more') };
  const thirds = { federation: Math.floor(totalSectors / 3), border: Math.floor((2 * totalSectors) / 3) };
  const { federation, border } = ends ?? thirds;

  const make = async (reason: string): Promise<void> => {
    await api.createRegion({
      body: {
        name,
        displayName,
        owner,
        totalSectors,
        zones: {
          ...shifts,
          ...(ends === null ? {} : { federationEnd: ends.federation, borderEnd: ends.border }),
        },
        ...(seed === '' ? {} : { seed }),
        reason,
      },
    });
    await queries.invalidateQueries({ queryKey: ['list', 'regions'] });
    tell({ text: t('create.told', { name }) });
    onMade(name);
  };
  const shift = (zone: string, value: Partial<typeof NO_SHIFT>): void =>
    setShifts({ ...shifts, [zone]: { ...NO_SHIFT, ...shifts[zone], ...value } });

  return (
    <ConfirmDialog
      level="C2"
      title={t('create.title')}
      confirmLabel={t('create.confirm')}
      onConfirm={({ reason }) => make(reason)}
      onClose={onClose}
    >
      <TextField
        label={t('create.name')}
        hint={t('create.name_hint')}
        value={name}
        onChange={setName}
        mono
        autoComplete="off"
      />
      <TextField
        label={t('create.display_name')}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="off"
      />
      <TextField label={t('create.owner')} value={owner} onChange={setOwner} autoComplete="off" />
      <div className={styles.pair}>
        <NumberField
          label={t('create.sectors')}
          value={totalSectors}
          onChange={setTotalSectors}
          min={100}
          max={1000}
          {...steppers}
        />
        <TextField
          label={t('create.seed')}
          hint={t('create.seed_hint')}
          value={seed}
          onChange={setSeed}
          mono
          autoComplete="off"
        />
      </div>
      <fieldset className={styles.zones}>
        <legend>{t('create.zones')}</legend>
        <p>{t('create.zones_hint')}</p>
        <div className={styles.pair}>
          <NumberField
            label={t('create.federation_end')}
            value={federation}
            onChange={(value) => setEnds({ federation: value, border })}
            min={1}
            max={totalSectors}
            {...steppers}
          />
          <NumberField
            label={t('create.border_end')}
            value={border}
            onChange={(value) => setEnds({ federation, border: value })}
            min={1}
            max={totalSectors}
            {...steppers}
          />
        </div>
        {ZONES.map((zone) => (
          <div key={zone} className={styles.zone}>
            <span>{t(`zone.${zone}`)}</span>
            <NumberField
              label={t('create.policing')}
              value={shifts[zone]?.policing ?? 0}
              onChange={(policing) => shift(zone, { policing })}
              min={-2}
              max={2}
              {...steppers}
            />
            <NumberField
              label={t('create.danger')}
              value={shifts[zone]?.danger ?? 0}
              onChange={(danger) => shift(zone, { danger })}
              min={-2}
              max={2}
              {...steppers}
            />
          </div>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}
