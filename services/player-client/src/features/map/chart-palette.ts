import { TONES } from './overlay-looks.ts';
import { ZONES } from './zone-field.ts';

const ROLES = [
  ...TONES,
  'bg-0',
  'bg-1',
  'text-mid',
  'text-lo',
  'line-control',
  'lane',
  'fog-dot',
  'font-ui',
  'font-num',
  'nebula-crimson',
  'nebula-violet',
  'nebula-azure',
  'nebula-obsidian',
  'nebula-emerald',
  'nebula-amber',
] as const;

type Role = (typeof ROLES)[number];

/** The roles of the theme as the canvas needs them. */
export interface ChartPalette extends Readonly<Record<Role, string>> {
  /** By zone number; `expanse` is the ground of the Nexus and has no hue of its own. */
  readonly zones: readonly string[];
  readonly isLight: boolean;
  /** Zone tints are lines instead of tones. */
  readonly isFlat: boolean;
}

/** Reads the roles as they are now at an element; a canvas cannot use custom properties itself. */
export function readChartPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const roles = Object.fromEntries(ROLES.map((role) => [role, value(role)])) as Record<Role, string>;
  return {
    ...roles,
    zones: ZONES.map((zone) => (zone === 'expanse' ? roles.violet : value(`zone-${zone}`))),
    isLight: style.colorScheme.includes('light'),
    isFlat: value('scene-mode') === '2',
  };
}
