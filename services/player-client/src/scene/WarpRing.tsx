import { useTranslation } from '@sw/i18n';
import { Reticle, ShipGlyph, TradeCode } from '@sw/ui';
import { clsx } from 'clsx';
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import type { Disc, SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { toPixels } from './scene-frame.ts';
import type {
  SceneContact,
  ScenePlanet,
  SceneSelection,
  SceneStation,
  SceneView,
  SceneWarp,
} from './scene-types.ts';
import { HAZARD_WARNS, WarpLabel } from './WarpLabel.tsx';
import styles from './WarpRing.module.css';
import type { WarpPlace, WindowLayout } from './window-layout.ts';
import { BRACKET_SCALE, labelId, MAX_CONTACTS } from './window-layout.ts';

export interface WarpRingProps {
  readonly view: SceneView;
  readonly composition: SceneComposition;
  readonly frame: Frame;
  /** Null until the labels have been measured once. */
  readonly layout: WindowLayout | null;
  readonly selection: SceneSelection | null;
  readonly onSelect: (selection: SceneSelection) => void;
  /** Double press or Enter on a warp: the act that its panel shows. */
  readonly onWarp: (warpId: string) => void;
}

/** A point in pixels, as the custom properties every mark is placed by. */
function at(x: number, y: number, size?: number): CSSProperties {
  const place: Record<string, string> = { '--x': `${Math.round(x)}px`, '--y': `${Math.round(y)}px` };
  if (size !== undefined) place['--size'] = `${Math.round(size)}px`;
  return place as CSSProperties;
}

/**
 * Everything that can be touched in the window, as buttons over the picture:
 * sharp, themed, focusable, and the same over the scene and over the plate. A
 * press selects; a second one, or Enter, takes a warp.
 */
export function WarpRing(props: WarpRingProps): ReactElement {
  const { view, composition, frame, layout, selection, onSelect, onWarp } = props;
  const { t } = useTranslation(['game', 'common']);
  const isSelected = (kind: SceneSelection['kind'], id: string) =>
    selection?.kind === kind && selection.id === id;
  const bodies = [composition.planet, ...composition.moons];
  return (
    <div className={clsx(styles.ring, layout === null && styles.unplaced)}>
      {layout !== null && <Compass layout={layout} frame={frame} />}
      <ul aria-label={t('scene.objects')}>
        {view.planets.map((planet, index) => (
          <PlanetMark
            key={planet.id}
            planet={planet}
            body={bodies[index] ?? null}
            frame={frame}
            layout={layout}
            isSelected={isSelected('planet', planet.id)}
            onSelect={() => onSelect({ kind: 'planet', id: planet.id })}
          />
        ))}
        {view.stations.map((station) => (
          <StationMark
            key={station.id}
            station={station}
            body={composition.station}
            frame={frame}
            layout={layout}
            isSelected={isSelected('station', station.id)}
            onSelect={() => onSelect({ kind: 'station', id: station.id })}
          />
        ))}
      </ul>
      <ol aria-label={t('scene.warps')}>
        {view.warps.map((warp) => (
          <WarpMark
            key={warp.id}
            warp={warp}
            place={layout?.warps.get(warp.id)}
            isSelected={isSelected('warp', warp.id)}
            onSelect={() => onSelect({ kind: 'warp', id: warp.id })}
            onWarp={() => onWarp(warp.id)}
          />
        ))}
      </ol>
      <ul aria-label={t('scene.contacts')}>
        {view.contacts.slice(0, MAX_CONTACTS).map((contact) => (
          <ContactMark
            key={contact.id}
            contact={contact}
            layout={layout}
            isSelected={isSelected('contact', contact.id)}
            onSelect={() => onSelect({ kind: 'contact', id: contact.id })}
          />
        ))}
      </ul>
    </div>
  );
}

function Compass({ layout, frame }: { layout: WindowLayout; frame: Frame }): ReactElement {
  const { arc, minor, major, figures } = layout.lines;
  return (
    <svg className={styles.lines} viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
      <path className={styles.arc} d={arc} />
      <path className={styles.minor} d={minor} />
      <path className={styles.major} d={major} />
      <g className={styles.figures}>
        {figures.map((figure) => (
          <text key={figure.text} x={figure.x} y={figure.y + 3}>
            {figure.text}
          </text>
        ))}
      </g>
    </svg>
  );
}

interface WarpMarkProps {
  readonly warp: SceneWarp;
  readonly place: WarpPlace | undefined;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onWarp: () => void;
}

function WarpMark({ warp, place, isSelected, onSelect, onWarp }: WarpMarkProps): ReactElement {
  const canWarp = warp.disabledReason === undefined;
  function handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    onSelect();
    if (canWarp) onWarp();
  }
  return (
    <li className={styles.mark} style={at(place?.x ?? 0, place?.y ?? 0)}>
      <button
        type="button"
        className={styles.gate}
        aria-pressed={isSelected}
        aria-keyshortcuts={warp.key === '' ? undefined : warp.key}
        aria-disabled={!canWarp || undefined}
        title={warp.disabledReason}
        onClick={onSelect}
        onDoubleClick={canWarp ? onWarp : undefined}
        onKeyDown={handleKey}
      >
        <Reticle
          hotkey={warp.key}
          tunnel={warp.kind !== 'lane'}
          unvisited={!warp.isVisited}
          hazard={(warp.hazard ?? 0) >= HAZARD_WARNS}
          selected={isSelected}
        />
        <span
          data-label={labelId('warp', warp.id)}
          className={clsx(styles.label, styles[place?.side ?? 'right'])}
        >
          <WarpLabel warp={warp} />
        </span>
      </button>
    </li>
  );
}

interface BodyMarkProps {
  readonly body: Disc | null;
  readonly frame: Frame;
  readonly layout: WindowLayout | null;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function StationMark({
  station,
  body,
  frame,
  layout,
  isSelected,
  onSelect,
}: BodyMarkProps & { readonly station: SceneStation }): ReactElement | null {
  if (body === null) return null;
  const { x, y, radius } = toPixels(body, frame);
  const size = radius * 2 * BRACKET_SCALE;
  const label = layout?.labels.get(labelId('station', station.id));
  const isCrowded = layout !== null && label === undefined;
  return (
    <li className={styles.mark} style={at(x, y, size)}>
      <button
        type="button"
        className={styles.station}
        // Its tag is hidden until it is placed, and where it finds no room; the button keeps its name.
        aria-label={label === undefined ? `${station.name} ${station.note ?? ''}`.trim() : undefined}
        aria-pressed={isSelected}
        onClick={onSelect}
      >
        <svg className={styles.brackets} viewBox="0 0 100 100" aria-hidden="true">
          <path vectorEffect="non-scaling-stroke" d="M0 11V0H11M89 0h11v11M100 89v11H89M11 100H0V89" />
        </svg>
        <span
          data-label={labelId('station', station.id)}
          className={clsx(styles.tag, isCrowded && styles.crowded)}
          style={label && at(label.x - x + size / 2, label.y - y + size / 2)}
        >
          <strong>
            <bdi>{station.name}</bdi>
          </strong>{' '}
          <small>
            {station.note}
            {station.tradeCode !== undefined && (
              <TradeCode sides={station.tradeCode.sides} label={station.tradeCode.label} />
            )}
          </small>
        </span>
      </button>
    </li>
  );
}

function PlanetMark({
  planet,
  body,
  frame,
  layout,
  isSelected,
  onSelect,
}: BodyMarkProps & { readonly planet: ScenePlanet }): ReactElement | null {
  if (body === null) return null;
  const { x, y, radius } = toPixels(body, frame);
  const size = Math.max(24, radius * 2);
  const label = layout?.labels.get(labelId('planet', planet.id));
  const isCrowded = layout !== null && label === undefined;
  return (
    <li className={styles.mark} style={at(x, y, size)}>
      <button
        type="button"
        className={styles.body}
        // Its tag is hidden until it is placed, and where it finds no room; the button keeps its name.
        aria-label={label === undefined ? planet.name : undefined}
        aria-pressed={isSelected}
        onClick={onSelect}
      >
        <span
          data-label={labelId('planet', planet.id)}
          className={clsx(styles.tag, styles.start, isCrowded && styles.crowded)}
          style={label && at(label.x - x + size / 2, label.y - y + size / 2)}
        >
          <strong>
            <bdi>{planet.name}</bdi>
          </strong>{' '}
          {planet.note !== undefined && <small>{planet.note}</small>}
        </span>
      </button>
    </li>
  );
}

interface ContactMarkProps {
  readonly contact: SceneContact;
  readonly layout: WindowLayout | null;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** A ship without a free place stays unseen here: it stands in the list beside the window. */
function ContactMark({ contact, layout, isSelected, onSelect }: ContactMarkProps): ReactElement {
  const place = layout?.labels.get(labelId('contact', contact.id));
  return (
    <li>
      <button
        type="button"
        data-label={labelId('contact', contact.id)}
        className={clsx(
          styles.contact,
          contact.isHostile === true && styles.foe,
          place === undefined && styles.unplaced,
        )}
        style={at(place?.x ?? 0, place?.y ?? 0)}
        aria-pressed={isSelected}
        onClick={onSelect}
      >
        <ShipGlyph type={contact.shipType} />
        <bdi>{contact.name}</bdi>
      </button>
    </li>
  );
}
