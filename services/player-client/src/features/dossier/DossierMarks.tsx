import { Button, buttonClass, Switch, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useGame } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { MARK_LIMITS } from '../../sectors/mark-limits.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import styles from './Dossier.module.css';
import { NoteField } from './NoteField.tsx';
import type { Dossier } from './use-dossier.ts';
import { useRecordActs } from './use-record-acts.ts';

/** Plot, bookmark, note, avoid and, for its discoverer, the name. */
export function DossierMarks({ record }: { readonly record: Dossier }): ReactElement {
  const t = useText('explore');
  const services = useGame();
  const navigate = useNavigate();
  const reason = useReason();
  const { navigation } = useCommands();
  const { id } = record.sector;
  const acts = useRecordActs(record);
  const [label, setLabel] = useState(record.bookmark?.label ?? '');
  const [name, setName] = useState('');
  const naming = actionOf(record.sector.actions, 'name_sector') ?? actionOf(record.actions, 'name_sector');
  const plot = async () => {
    const outcome = await navigation.plot(id);
    services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
    if (outcome.ok) void navigate('/game/map');
  };
  return (
    <div className={styles.marks}>
      {!record.sector.live && (
        <Button
          variant="next"
          disabledReason={record.way === null ? t('explore:dossier.no_way') : reason(null)}
          onClick={() => void plot()}
        >
          {t('explore:act.plot')}
        </Button>
      )}
      <Link
        to={`/game/map?${new URLSearchParams({ region: record.sector.regionName, sel: String(record.sector.number) })}`}
        className={buttonClass({ variant: 'quiet' })}
      >
        {t('explore:act.map')}
      </Link>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void acts.bookmark(label);
        }}
      >
        <TextField
          label={t('explore:mark.bookmark')}
          hint={t('explore:mark.bookmark_hint')}
          maxLength={MARK_LIMITS.label}
          value={label}
          onChange={setLabel}
        />
        <Button type="submit" size="small" disabledReason={reason(null)}>
          {t(label.trim() === '' && record.bookmark !== null ? 'explore:mark.remove' : 'explore:mark.keep')}
        </Button>
      </form>
      <NoteField key={record.note?.updatedAt ?? ''} text={record.note?.text ?? ''} onKeep={acts.note} />
      <Switch
        label={t('explore:mark.avoid')}
        checked={record.isAvoided}
        onChange={(isOn) => void acts.avoid(isOn)}
      />
      {naming !== null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void acts.name(name);
          }}
        >
          <TextField
            label={t('explore:mark.name')}
            hint={t('explore:mark.name_hint')}
            maxLength={MARK_LIMITS.sectorName}
            value={name}
            onChange={setName}
          />
          <Button type="submit" size="small" disabledReason={reason(naming)}>
            {t('explore:mark.name_act')}
          </Button>
        </form>
      )}
    </div>
  );
}
