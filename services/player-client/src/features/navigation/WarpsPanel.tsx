import type { PanelState } from '@sw/ui';
import { formatAge, formatSectorNumber, KeyCap, ObjectGlyph, Panel, SectorGlyph, TradeCode } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { sectorName } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { stationClassName } from '../../sectors/scene-view.ts';
import { tradeCodeText, tradeSidesOf } from '../../sectors/trade-sides.ts';
import type { WarpRow } from '../../sectors/warp-list.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import styles from './Decks.module.css';

export interface WarpsPanelProps {
  readonly state: PanelState;
  readonly rows: readonly WarpRow[];
  readonly nowMs: number;
  readonly selectedId: string | null;
  readonly reason: (row: WarpRow) => string | undefined;
  readonly onTake: (row: WarpRow) => void;
  readonly footer?: ReactNode;
  /** Larger rows, two lines, for the thumb. */
  readonly phone?: boolean;
}

/** Where the ship can go from here, each with its key and its cost. */
export function WarpsPanel(props: WarpsPanelProps): ReactElement {
  const t = useText();
  const { state, rows, footer, phone = false } = props;
  const body: PanelState =
    state.kind === 'ready' && rows.length === 0 ? { kind: 'empty', text: t('game:warps.empty') } : state;
  const list = (
    <ol className={clsx(phone ? styles.phoneList : styles.warps)}>
      {rows.map((row) => (
        <li key={row.id}>
          <WarpButton {...props} row={row} />
        </li>
      ))}
    </ol>
  );
  if (phone) return list;
  return (
    <Panel
      title={t('game:warps.title')}
      note={
        <>
          {t('game:warps.known', { count: rows.length })}{' '}
          <HelpMark topic="movement" about={t('game:warps.title')} />
        </>
      }
      actions={
        <>
          <span>{t('game:warps.seen')}</span>
          <span>{t('game:warps.turns')}</span>
        </>
      }
      state={body}
      scroll
      footer={footer}
    >
      {list}
    </Panel>
  );
}

function WarpButton({
  row,
  nowMs,
  selectedId,
  reason,
  onTake,
  phone = false,
}: WarpsPanelProps & { readonly row: WarpRow }): ReactElement {
  const t = useText();
  const { option } = row;
  const why = reason(row);
  const name = sectorName(option, option.station?.name);
  const unnamed =
    option.level === 3 && option.type !== null
      ? t(`common:sector_type.${option.type}`)
      : t('common:sector.name_unknown');
  const number = <span className={styles.number}>{formatSectorNumber(option.number)}</span>;
  const cost = (
    <span className={styles.cost}>
      {option.cost}
      {phone && <small> {t('game:warps.turns_unit')}</small>}
    </span>
  );
  return (
    <button
      type="button"
      className={clsx(phone ? styles.phoneRow : styles.row, styles[row.tone])}
      aria-disabled={why !== undefined || undefined}
      aria-keyshortcuts={row.hotkey === '' ? undefined : row.hotkey}
      aria-pressed={row.id === selectedId}
      onClick={() => {
        if (why === undefined) onTake(row);
      }}
      title={why}
    >
      {!phone && (row.hotkey === '' ? <span /> : <KeyCap>{row.hotkey}</KeyCap>)}
      <span className={styles.kind}>
        <WarpSign row={row} />
      </span>
      {number}
      <span className={styles.name}>
        <bdi>{name ?? unnamed}</bdi> <WarpNote row={row} named={name} phone={phone} why={why} />
      </span>
      <span>{option.station?.tradeCode != null && <Code code={option.station.tradeCode} />}</span>
      {!phone && <SeenAge seenAt={option.seenAt} nowMs={nowMs} />}
      {cost}
      {phone && <ObjectGlyph kind="chevron" />}
    </button>
  );
}

function SeenAge({
  seenAt,
  nowMs,
}: {
  readonly seenAt: string | null;
  readonly nowMs: number;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <span className={styles.seen}>
      {seenAt === null ? t('common:age.never') : formatAge(nowMs - Date.parse(seenAt), locale)}
    </span>
  );
}

function Code({ code }: { readonly code: string }): ReactElement {
  const t = useText();
  const sides = tradeSidesOf(code);
  return <TradeCode sides={sides} label={tradeCodeText(sides, t)} />;
}

function WarpSign({ row: { option } }: { readonly row: WarpRow }): ReactElement {
  if (option.kind === 'nexus_link') return <ObjectGlyph kind="link" />;
  if (option.kind !== 'lane') return <ObjectGlyph kind={option.kind} />;
  return option.type === null ? <ObjectGlyph kind="unknown" /> : <SectorGlyph type={option.type} />;
}

interface WarpNoteProps {
  readonly row: WarpRow;
  /** The name beside the note; null where the type or "uncharted" stands in its place. */
  readonly named: string | null;
  readonly phone: boolean;
  readonly why: string | undefined;
}

/** What matters most about the other end, in a few words. */
function WarpNote({ row: { option, tone }, named, phone, why }: WarpNoteProps): ReactElement {
  const t = useText();
  const words: ReactNode[] = [];
  if (why !== undefined && phone) return <small className={styles.noteWords}>{why}</small>;
  if (tone === 'hazard' && option.hazard !== null)
    words.push(
      <span key="hazard" className="warn">
        {t('common:number.hazard', { level: option.hazard })}
      </span>,
    );
  if (option.station !== null)
    words.push(
      <span key="station">
        {option.station.stationClass === null
          ? t('game:warps.station')
          : stationClassName(option.station.stationClass, t)}
      </span>,
    );
  else if (option.type !== null && option.type !== 'standard' && (named !== null || option.level < 3))
    words.push(<span key="type">{t(`common:sector_type.${option.type}`)}</span>);
  if (option.kind !== 'lane') words.push(<span key="kind">{t(`common:warp_kind.${option.kind}`)}</span>);
  if (option.oneWay) words.push(<span key="oneway">{t('game:warps.one_way')}</span>);
  if (option.level < 3 && words.length === 0 && named !== null)
    words.push(<span key="new">{t('game:warps.unvisited')}</span>);
  return (
    <small className={styles.noteWords}>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words carry their own keys; this one only separates them.
        <span key={index}>
          {index > 0 && ', '}
          {word}
        </span>
      ))}
    </small>
  );
}
