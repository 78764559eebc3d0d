import type { Translate } from '../../app/text.ts';
import type { OverlayId } from './map-store.ts';
import type { Look } from './overlay-looks.ts';
import {
  BOOKMARK_TONES,
  DANGER_LOOKS,
  HEAT_STEPS,
  PROTECTED_LOOK,
  TYPE_LOOKS,
  UNVISITED_LOOK,
  ZONE_LOOKS,
} from './overlay-looks.ts';

export interface LegendEntry {
  readonly look: Look;
  readonly text: string;
}

const HEAT_TEXTS = ['6', '24', '96', 'old'] as const;
const ZONE_TEXTS = [0, 1, 2, 3] as const;
const TYPE_TEXTS = [1, 2, 3, 4, 5, 6] as const;

/** What the signs of an overlay mean; prices have a scale of their own, trade codes explain themselves. */
export function overlayLegend(overlay: OverlayId, t: Translate): readonly LegendEntry[] {
  switch (overlay) {
    case 'security':
      return [
        { look: PROTECTED_LOOK, text: t('map:legend_protected') },
        ...ZONE_TEXTS.flatMap((zone) => {
          const look = ZONE_LOOKS[zone];
          return look === undefined ? [] : [{ look, text: t(`map:legend_zone_${zone}`) }];
        }),
      ];
    case 'type':
      return TYPE_TEXTS.flatMap((type) => {
        const look = TYPE_LOOKS[type];
        return look == null ? [] : [{ look, text: t(`map:legend_type_${type}`) }];
      });
    case 'danger':
      return (['hazard', 'rough', 'lawless', 'watched', 'calm'] as const).map((name) => ({
        look: DANGER_LOOKS[name],
        text: t(`map:legend_${name}`),
      }));
    case 'visited':
      return [
        ...HEAT_STEPS.map(({ look }, index) => ({
          look,
          text: t(`map:legend_heat_${HEAT_TEXTS[index] ?? 'old'}`),
        })),
        { look: UNVISITED_LOOK, text: t('map:legend_unvisited') },
      ];
    case 'territory':
      return (['dot', 'square', 'diamond'] as const).map((shape, index) => ({
        look: { tone: BOOKMARK_TONES[index * 2] ?? 'c-ore', shape, size: 40, alpha: 255 },
        text: index === 0 ? t('map:legend_clusters') : '',
      }));
    case 'bookmarks':
      return [
        {
          look: { tone: BOOKMARK_TONES[0] ?? 'c-ore', shape: 'diamond', size: 60, alpha: 255 },
          text: t('map:legend_bookmark'),
        },
      ];
    case 'trade':
    case 'pays':
    case 'asks':
      return [];
  }
}
