import type { Box, LabelSide, MarkedLabel, Size } from './label-layout.ts';
import { boxAround, findFreePlace, layOutLabels, MARK_RADIUS } from './label-layout.ts';
import type { Point } from './ring-geometry.ts';
import { pointAt, ringOf } from './ring-geometry.ts';
import type { RingLines } from './ring-lines.ts';
import { ringLines } from './ring-lines.ts';
import { spreadBearings } from './ring-spread.ts';
import type { SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { squareAround, toPixels } from './scene-frame.ts';
import { sceneRandom, textFraction } from './scene-random.ts';
import type { SceneView } from './scene-types.ts';

/** Reticles keep this far apart, centre to centre. */
const MARK_GAP = MARK_RADIUS * 2 + 6;

/** The station's brackets reach a little beyond its hull. */
export const BRACKET_SCALE = 1.03;

const NO_SIZE: Size = { width: 0, height: 0 };

/** Sizes of the labels as rendered, by `labelId`. */
export type LabelSizes = ReadonlyMap<string, Size>;

/** Key of a label: ids of different kinds may be equal. */
export function labelId(kind: 'warp' | 'station' | 'planet' | 'contact', id: string): string {
  return `${kind}:${id}`;
}

export interface WarpPlace extends Point {
  readonly side: LabelSide;
}

export interface WindowLayout {
  readonly warps: ReadonlyMap<string, WarpPlace>;
  /** Centres of the labels of stations, planets and contacts; absent when there is no room. */
  readonly labels: ReadonlyMap<string, Point>;
  readonly lines: RingLines;
}

export interface LayoutInput {
  readonly view: SceneView;
  readonly composition: SceneComposition;
  readonly frame: Frame;
  readonly sizes: LabelSizes;
  /** Heading and tools, which nothing may cover. */
  readonly reserved: readonly Box[];
}

/**
 * Places everything that lies on the picture, in order of importance: the
 * station's name, the warps, the planets, the contacts. Bearings decide where a
 * warp is, so a sector looks the same every time; only crowded neighbours move.
 */
export function layOutWindow(input: LayoutInput): WindowLayout {
  const { view, composition, frame, sizes, reserved } = input;
  const ring = ringOf(frame.width, frame.height);
  const bearings = spreadBearings(
    ring,
    view.warps.map((warp) => warp.bearingDeg),
    MARK_GAP,
  );
  const marks = view.warps.map((warp, index): MarkedLabel => {
    const id = labelId('warp', warp.id);
    return { id, ...pointAt(ring, bearings[index] ?? 0), ...(sizes.get(id) ?? NO_SIZE) };
  });
  const markBoxes = marks.map((mark) => boxAround(mark, { width: MARK_RADIUS * 2, height: MARK_RADIUS * 2 }));
  const covered: Box[] = [...reserved];
  if (composition.station !== null) covered.push(squareAround(composition.station, frame, BRACKET_SCALE));

  const labels = new Map<string, Point>();
  const place = (id: string, candidates: readonly Point[], obstacles: readonly Box[]) => {
    const size = sizes.get(id) ?? NO_SIZE;
    const point = findFreePlace(candidates, size, frame, obstacles);
    if (point === null) return;
    labels.set(id, point);
    covered.push(boxAround(point, { width: size.width + 8, height: size.height + 8 }));
  };

  for (const { id, candidates } of stationLabels(input)) place(id, candidates, [...covered, ...markBoxes]);
  const warpLabels = layOutLabels(marks, frame, covered);
  covered.push(...warpLabels.boxes, ...markBoxes);
  for (const { id, candidates } of planetLabels(input)) place(id, candidates, covered);
  const body = composition.planet && squareAround(composition.planet, frame, 0.7);
  for (const { id, candidates } of contactLabels(input))
    place(id, candidates, body === null ? covered : [...covered, body]);

  return {
    warps: new Map(
      view.warps.map((warp, index) => {
        const mark = marks[index] ?? { x: 0, y: 0, id: '' };
        return [warp.id, { x: mark.x, y: mark.y, side: warpLabels.sides.get(mark.id) ?? 'hidden' }];
      }),
    ),
    labels,
    lines: ringLines(ring, {
      marks: bearings,
      labels: covered,
      body: composition.planet && toPixels(composition.planet, frame),
    }),
  };
}

interface LabelRequest {
  readonly id: string;
  readonly candidates: readonly Point[];
}

/** Below the brackets, above them, or beside them. */
function stationLabels({ view, composition, frame, sizes }: LayoutInput): readonly LabelRequest[] {
  const { station } = composition;
  if (station === null) return [];
  return view.stations.map(({ id: stationId }, index) => {
    const id = labelId('station', stationId);
    const { width, height } = sizes.get(id) ?? NO_SIZE;
    const { x, y, radius } = toPixels(station, frame);
    const reach = radius * BRACKET_SCALE + height / 2 + 8 + index * (height + 4);
    const beside = radius * BRACKET_SCALE + width / 2 + 12;
    return {
      id,
      candidates: [
        { x, y: y + reach },
        { x, y: y - reach },
        { x: x - beside, y },
        { x: x + beside, y },
      ],
    };
  });
}

/** Angles below the horizontal at which the name of the large body may touch its limb. */
const LIMB_ANGLES = [42, 52, 62, 72, 82] as const;

/** At the lower limb of the large body, outside first; beside the small ones. */
function planetLabels({ view, composition, frame, sizes }: LayoutInput): readonly LabelRequest[] {
  const bodies = [composition.planet, ...composition.moons];
  return view.planets.flatMap((planet, index) => {
    const body = bodies[index];
    if (body === null || body === undefined) return [];
    const id = labelId('planet', planet.id);
    const { width, height } = sizes.get(id) ?? NO_SIZE;
    const { x, y, radius } = toPixels(body, frame);
    const outward = Math.sign(body.x) || 1;
    const atLimb = (degrees: number, sideways: number) => ({
      x: x + sideways * (radius * Math.cos((degrees * Math.PI) / 180) + 12 + width / 2),
      y: y + radius * Math.sin((degrees * Math.PI) / 180) + 10 + height / 2,
    });
    const beside = (sideways: number) => ({ x: x + sideways * (radius + 8 + width / 2), y });
    const candidates =
      index === 0
        ? [
            ...LIMB_ANGLES.map((degrees) => atLimb(degrees, outward)),
            ...LIMB_ANGLES.map((degrees) => atLimb(degrees, -outward)),
            { x: x + outward * radius * 0.3, y: y + radius * 0.5 },
            { x, y: y + radius * 0.6 },
            { x, y },
          ]
        : [beside(1), beside(-1), { x, y: y + radius + height / 2 + 4 }];
    return [{ id, candidates }];
  });
}

/** How many contacts get a place; all of them stand in the list beside the window. */
export const MAX_CONTACTS = 12;
const CONTACT_TRIES = 48;

/** Places strewn over the window by the ship's id, so that a ship keeps its place while it stays. */
function contactLabels({ view, frame }: LayoutInput): readonly LabelRequest[] {
  return view.contacts.slice(0, MAX_CONTACTS).map((contact) => {
    const random = sceneRandom(Math.floor(textFraction(contact.id) * 2 ** 31) ^ view.sectorId);
    return {
      id: labelId('contact', contact.id),
      candidates: Array.from({ length: CONTACT_TRIES }, () => ({
        x: (0.05 + random() * 0.9) * frame.width,
        y: (0.06 + random() * 0.86) * frame.height,
      })),
    };
  });
}
