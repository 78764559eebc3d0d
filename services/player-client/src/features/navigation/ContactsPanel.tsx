import type { PanelState } from '@sw/ui';
import { KeyCap, Panel, ShipGlyph } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import type { SectorView } from '../../sectors/warp-list.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import styles from './Decks.module.css';
import type { Selection } from './selection-store.ts';

type Contact = NonNullable<SectorView['contacts']>['items'][number];

export interface ContactsPanelProps {
  readonly state: PanelState;
  readonly sector: SectorView | undefined;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  readonly phone?: boolean;
}

/** The other ships of the sector, whether their players are connected or not. */
export function ContactsPanel({
  state,
  sector,
  selection,
  onSelect,
  phone = false,
}: ContactsPanelProps): ReactElement {
  const t = useText();
  const contacts = sector?.contacts?.items ?? [];
  const more = sector?.contacts?.more ?? 0;
  const list =
    contacts.length === 0 ? (
      <p className={styles.nobody}>{sector === undefined ? null : t('game:contacts.empty')}</p>
    ) : (
      <ul className={clsx(phone && styles.phoneList)}>
        {contacts.map((contact) => (
          <li key={contact.playerId}>
            <ContactRow
              contact={contact}
              isSelected={selection?.kind === 'contact' && selection.id === contact.playerId}
              onSelect={onSelect}
              phone={phone}
            />
          </li>
        ))}
        {more > 0 && <li className={styles.nobody}>{t('game:contacts.more', { count: more })}</li>}
      </ul>
    );
  if (phone) return list;
  return (
    <Panel
      title={t('game:contacts.title')}
      note={
        <>
          {contacts.length + more} <HelpMark topic="glossary" about={t('game:contacts.title')} />
        </>
      }
      state={state}
      scroll
      actions={
        <Link to="/game/comms" aria-keyshortcuts="Y" className={styles.headLink}>
          <KeyCap>{'Y'}</KeyCap> {t('game:contacts.hail')}
        </Link>
      }
    >
      {list}
    </Panel>
  );
}

interface ContactRowProps {
  readonly contact: Contact;
  readonly isSelected: boolean;
  readonly onSelect: (selection: Selection) => void;
  readonly phone: boolean;
}

function ContactRow({ contact, isSelected, onSelect, phone }: ContactRowProps): ReactElement {
  const t = useText();
  const catalogue = useCatalogue();
  const rank =
    contact.npc === null
      ? (catalogue.rankName(contact.rank) ?? t('game:contacts.rank', { level: contact.rank }))
      : t(`game:contacts.npc_${contact.npc}`);
  return (
    <button
      type="button"
      className={clsx(styles.object, phone && styles.phoneObject)}
      aria-pressed={isSelected}
      onClick={() => onSelect({ kind: 'contact', id: contact.playerId })}
    >
      <span />
      <ShipGlyph type={contact.shipType} />
      <span className={styles.two}>
        <bdi className={styles.first}>{contact.name}</bdi>
        <span className={styles.second}>
          {contact.isSuspect && <b className="warn">{t('game:contacts.suspect')} </b>}
          {t('game:contacts.note', { rank, ship: t(`common:ship_type.${contact.shipType}`) })}
        </span>
      </span>
      <span className={styles.end}>
        {contact.state !== 'in_space' && t(`game:contacts.${contact.state}`)}
        {contact.state === 'in_space' && contact.npc === null && t(`common:reputation.${contact.tier}`)}
        {contact.npc === null && (
          <b>{contact.teamTag ?? (contact.online ? t('game:contacts.online') : t('game:contacts.away'))}</b>
        )}
      </span>
    </button>
  );
}
