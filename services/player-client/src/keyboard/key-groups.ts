import type { KeyAction, KeyBinding, KeyContext } from './key-bindings.ts';
import { KEY_BINDINGS } from './key-bindings.ts';

/** What a row of the key list is about; its words are `game:key.<name>`. */
export type KeyName =
  | Exclude<KeyAction, `warp.${number}` | `row.${number}` | `map.${string}` | `go.${string}`>
  | 'warps'
  | 'rows'
  | 'map_select'
  | 'map_pan'
  | 'map_warps'
  | 'map_zoom'
  | 'map_centre'
  | 'map_plot'
  | 'map_search'
  | 'map_overlay'
  | 'map_avoid'
  | 'map_waypoint'
  | 'map_bookmark'
  | 'map_modes'
  | 'go_cockpit'
  | 'go_map'
  | 'go_market'
  | 'go_jobs'
  | 'go_ship'
  | 'go_comms'
  | 'go_log'
  | 'go_settings'
  | 'go_help';

export interface KeyRow {
  readonly name: KeyName;
  /** As printed on caps, in the order of the table. */
  readonly keys: readonly string[];
}

const PRINTED: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as a cap shows it. */
export function printedKey(keys: string): string {
  const plain = keys.replace('Shift+', '');
  const printed = PRINTED[plain] ?? (plain.length === 1 ? plain.toUpperCase() : plain);
  return keys.startsWith('Shift+') ? `Shift ${printed}` : printed;
}

const FAMILIES: readonly (readonly [RegExp, KeyName])[] = [
  [/^warp\./, 'warps'],
  [/^row\./, 'rows'],
  [/^map\.pan_/, 'map_pan'],
  [/^map\.(?:up|down|left|right)$/, 'map_select'],
  [/^map\.(?:next|previous)_warp$/, 'map_warps'],
  [/^map\.zoom_/, 'map_zoom'],
  [/^map\.mode_/, 'map_modes'],
];

function nameOf(action: KeyAction): KeyName {
  const family = FAMILIES.find(([pattern]) => pattern.test(action));
  return family?.[1] ?? (action.replace('.', '_') as KeyName);
}

/** The rows of one context: keys that do the same stand together. */
export function keyRows(
  context: KeyContext,
  bindings: readonly KeyBinding[] = KEY_BINDINGS,
): readonly KeyRow[] {
  const rows = new Map<KeyName, string[]>();
  for (const binding of bindings) {
    if (binding.context !== context) continue;
    const name = nameOf(binding.action);
    const keys = binding.keys.split(' ').map((key) => (key === '' ? ' ' : key));
    const printed = binding.keys === ' ' ? 'Space' : keys.map(printedKey).join(' ');
    rows.set(name, [...(rows.get(name) ?? []), printed]);
  }
  return [...rows].map(([name, keys]) => ({ name, keys }));
}
