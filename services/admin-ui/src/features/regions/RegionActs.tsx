import type { AdminRegionDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, NumberField, TextField } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import type { ConfirmLevel } from '../../confirm/confirm-level.ts';
import { useTell } from '../../shell/notices.ts';
import styles from './Regions.module.css';

type Act = 'retry' | 'restart' | 'scale' | 'suspend' | 'resume' | 'transfer' | 'terminate';

/** How surely each act must be meant (rule book, front ends A-06). */
const LEVELS: Readonly<Record<Act, ConfirmLevel>> = {
  retry: 'C2',
  restart: 'C2',
  scale: 'C2',
  suspend: 'C3',
  resume: 'C3',
  transfer: 'C3',
  terminate: 'C3',
};

/** What the state of a region allows; the server judges again. */
const actsFor = ({ status, isManaged }: AdminRegionDetail): readonly Act[] => {
  const server: readonly Act[] = isManaged ? ['restart', 'scale'] : [];
  switch (status) {
    case 'active':
      return [...server, 'suspend', 'transfer', 'terminate'];
    case 'suspended':
    case 'grace':
      return [...server, 'resume', 'transfer', 'terminate'];
    case 'failed':
      return ['retry', 'terminate'];
    case 'attaching':
      return ['retry'];
    default:
      return [];
  }
};

/** Everything an operator can do with a region now, each behind its dialog. */
export function RegionActs({ region }: { readonly region: AdminRegionDetail }): ReactElement | null {
  const { t } = useTranslation('admin_regions');
  const [act, setAct] = useState<Act | null>(null);
  const acts = actsFor(region);
  if (acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {acts.map((each) => (
        <Button
          key={each}
          size="small"
          variant={each === 'terminate' ? 'danger' : 'quiet'}
          onClick={() => setAct(each)}
        >
          {t(`act.${each}`)}
        </Button>
      ))}
      {act !== null && <ActDialog region={region} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}

function ActDialog({
  region,
  act,
  onClose,
}: {
  readonly region: AdminRegionDetail;
  readonly act: Act;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('admin_regions');
  const { api } = useConsole();
  const locale = useLocale();
  const queries = useQueryClient();
  const tell = useTell();
  const [seed, setSeed] = useState('');
  const [owner, setOwner] = useState('');
  const resources = region.server?.resources;
  const [cpuCores, setCpuCores] = useState(resources?.cpuCores ?? 2);
  const [memoryGb, setMemoryGb] = useState(resources?.memoryGb ?? 4);
  const { name } = region;
  const steppers = { locale, decreaseLabel: t('create.less'), increaseLabel: t('create.more') };

  const run = (reason: string) => {
    const params = { name };
    switch (act) {
      case 'retry':
        return api.retryRegion({ params, body: { reason, ...(seed === '' ? {} : { seed }) } });
      case 'restart':
        return api.restartRegion({ params, body: { reason } });
      case 'scale':
        return api.scaleRegion({ params, body: { reason, cpuCores, memoryGb } });
      case 'suspend':
        return api.suspendRegion({ params, body: { reason } });
      case 'resume':
        return api.resumeRegion({ params, body: { reason } });
      case 'transfer':
        return api.transferRegion({ params, body: { reason, owner, confirm: name } });
      case 'terminate':
        return api.terminateRegion({ params, body: { reason, confirm: name } });
    }
  };
  const confirm = async (reason: string): Promise<void> => {
    queries.setQueryData(['region', name], await run(reason));
    await queries.invalidateQueries({ queryKey: ['list', 'regions'] });
    tell({ text: t('told', { name: region.title }) });
  };

  return (
    <ConfirmDialog
      level={LEVELS[act]}
      title={t(`act.${act}.title`, { name: region.title })}
      confirmLabel={t(`act.${act}`)}
      target={name}
      danger={act === 'terminate'}
      onConfirm={({ reason }) => confirm(reason)}
      onClose={onClose}
    >
      <p>{t(`act.${act}.text`)}</p>
      {act === 'retry' && region.link === null && (
        <TextField label={t('create.seed')} value={seed} onChange={setSeed} mono autoComplete="off" />
      )}
      {act === 'transfer' && (
        <TextField label={t('create.owner')} value={owner} onChange={setOwner} autoComplete="off" />
      )}
      {act === 'scale' && (
        <div className={styles.pair}>
          <NumberField
            label={t('server.cpu')}
            value={cpuCores}
            onChange={setCpuCores}
            min={1}
            max={8}
            {...steppers}
          />
          <NumberField
            label={t('server.memory')}
            value={memoryGb}
            onChange={setMemoryGb}
            min={2}
            max={16}
            {...steppers}
          />
        </div>
      )}
    </ConfirmDialog>
  );
}
