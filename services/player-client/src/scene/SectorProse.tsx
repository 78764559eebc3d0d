import { useTranslation } from '@sw/i18n';
import { KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './SectorProse.module.css';
import type { SceneSelection, SceneView } from './scene-types.ts';
import { WarpLabel } from './WarpLabel.tsx';

export interface SectorProseProps {
  readonly view: SceneView;
  readonly typeText: string;
  readonly zoneText: string;
  readonly shipText: (shipType: string) => string;
  readonly selection: SceneSelection | null;
  readonly onSelect: (selection: SceneSelection) => void;
}

/** The sector in plain words: what the picture shows, readable aloud, with the warps as buttons. */
export function SectorProse({
  view,
  typeText,
  zoneText,
  shipText,
  selection,
  onSelect,
}: SectorProseProps): ReactElement {
  const { t, i18n } = useTranslation(['game', 'common']);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const things = (items: readonly { readonly name: string; readonly note?: string }[]) => ({
    count: items.length,
    list: list.format(
      items.map(({ name, note }) => (note === undefined ? name : t('scene.prose.thing', { name, note }))),
    ),
  });
  const { adrift = [] } = view;
  const ships = view.contacts.map(({ name, shipType }) => ({ name, note: shipText(shipType) }));
  return (
    <div className={styles.prose}>
      <p>
        {t('scene.prose.place', {
          number: view.sectorNumber,
          hasName: view.name === null ? 'no' : 'yes',
          name: view.name ?? '',
          type: typeText,
          zone: zoneText,
          hazard: view.hazard,
        })}
      </p>
      <p>{t('scene.prose.stations', things(view.stations))}</p>
      <p>{t('scene.prose.planets', things(view.planets))}</p>
      <p>{t('scene.prose.contacts', things(ships))}</p>
      {adrift.length > 0 && <p>{t('scene.prose.adrift', things(adrift))}</p>}
      <p>{t('scene.prose.warps', { count: view.warps.length })}</p>
      <ol className={styles.list} aria-label={t('scene.warps')}>
        {view.warps.map((warp) => (
          <li key={warp.id}>
            <button
              type="button"
              className={styles.warp}
              aria-pressed={selection?.kind === 'warp' && selection.id === warp.id}
              aria-keyshortcuts={warp.key === '' ? undefined : warp.key}
              onClick={() => onSelect({ kind: 'warp', id: warp.id })}
            >
              {warp.key !== '' && <KeyCap>{warp.key}</KeyCap>}
              <span>
                <WarpLabel warp={warp} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
