/** Where a key is pressed; the screen that is shown decides. `global` is below all of them. */
export type KeyContext = 'global' | 'flight' | 'docked' | 'map' | 'comms';

export type KeyAction =
  | `warp.${number}`
  | `row.${number}`
  | 'move'
  | 'display'
  | 'dock'
  | 'undock'
  | 'market'
  | 'services'
  | 'repeat'
  | 'repeat_trip'
  | 'buy_mode'
  | 'sell_mode'
  | 'nearest'
  | 'plot_chain'
  | 'next_row'
  | 'autopilot'
  | 'step'
  | 'scan'
  | 'classic_run'
  | 'commit'
  | 'jobs'
  | 'computer'
  | 'ship'
  | 'jettison'
  | 'comms'
  | 'reply'
  | 'back'
  | 'keys'
  | 'hints'
  | 'command'
  | 'palette'
  | 'go.cockpit'
  | 'go.map'
  | 'go.market'
  | 'go.jobs'
  | 'go.ship'
  | 'go.comms'
  | 'go.log'
  | 'go.settings'
  | 'go.help'
  | 'map.up'
  | 'map.down'
  | 'map.left'
  | 'map.right'
  | 'map.pan_up'
  | 'map.pan_down'
  | 'map.pan_left'
  | 'map.pan_right'
  | 'map.next_warp'
  | 'map.previous_warp'
  | 'map.zoom_in'
  | 'map.zoom_out'
  | 'map.centre'
  | 'map.plot'
  | 'map.search'
  | 'map.overlay'
  | 'map.avoid'
  | 'map.waypoint'
  | 'map.bookmark'
  | 'map.mode_3d'
  | 'map.mode_2d'
  | 'map.mode_list';

export interface KeyBinding {
  readonly context: KeyContext;
  /** One key (`m`, `>`, `ArrowUp`, `Shift+ArrowUp`) or a chord of two after each other (`g m`). */
  readonly keys: string;
  readonly action: KeyAction;
  /** Holding the key down repeats it: only for what spends nothing. */
  readonly mayRepeat?: boolean;
}

const bind = (
  context: KeyContext,
  keys: Readonly<Record<string, KeyAction>>,
  mayRepeat = false,
): KeyBinding[] => Object.entries(keys).map(([key, action]) => ({ context, keys: key, action, mayRepeat }));

const numbered = (context: KeyContext, what: 'warp' | 'row', count: number): KeyBinding[] =>
  Array.from({ length: count }, (_, index) => ({
    context,
    keys: String((index + 1) % 10),
    action: `${what}.${index + 1}` as KeyAction,
  }));

/** The key table of rule book, front ends 3.3, as far as its screens exist. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  ...bind('global', {
    d: 'display',
    c: 'computer',
    i: 'ship',
    y: 'comms',
    Escape: 'back',
    '?': 'keys',
    ':': 'command',
    '/': 'command',
    'g c': 'go.cockpit',
    'g m': 'go.map',
    'g k': 'go.market',
    'g q': 'go.jobs',
    'g s': 'go.ship',
    'g y': 'go.comms',
    'g l': 'go.log',
    'g ,': 'go.settings',
    'g h': 'go.help',
  }),
  ...numbered('flight', 'warp', 10),
  ...bind('flight', {
    m: 'move',
    p: 'dock',
    r: 'repeat',
    n: 'nearest',
    q: 'plot_chain',
    s: 'scan',
    x: 'autopilot',
    j: 'jettison',
    ' ': 'step',
  }),
  ...numbered('docked', 'row', 9),
  ...bind('docked', {
    m: 'move',
    p: 'market',
    u: 'undock',
    s: 'services',
    r: 'repeat_trip',
    b: 'buy_mode',
    v: 'sell_mode',
    n: 'next_row',
    q: 'jobs',
    ' ': 'classic_run',
    Enter: 'commit',
  }),
  ...bind(
    'map',
    {
      ArrowUp: 'map.up',
      ArrowDown: 'map.down',
      ArrowLeft: 'map.left',
      ArrowRight: 'map.right',
      'Shift+ArrowUp': 'map.pan_up',
      'Shift+ArrowDown': 'map.pan_down',
      'Shift+ArrowLeft': 'map.pan_left',
      'Shift+ArrowRight': 'map.pan_right',
      ']': 'map.next_warp',
      '[': 'map.previous_warp',
      '+': 'map.zoom_in',
      '=': 'map.zoom_in',
      '-': 'map.zoom_out',
    },
    true,
  ),
  ...bind('comms', { Enter: 'reply' }),
  ...bind('map', {
    Home: 'map.centre',
    Enter: 'map.plot',
    '/': 'map.search',
    f: 'map.search',
    v: 'map.avoid',
    w: 'map.waypoint',
    k: 'map.bookmark',
    o: 'map.overlay',
    p: 'dock',
    x: 'autopilot',
    ' ': 'step',
    m: 'move',
    '1': 'map.mode_3d',
    '2': 'map.mode_2d',
    '3': 'map.mode_list',
  }),
];
