import type { KeyAction, KeyBinding, KeyContext } from './key-bindings.ts';

/** What is known of a key press when it arrives at the window. */
export interface KeyPress {
  readonly key: string;
  readonly isRepeat: boolean;
  readonly shift: boolean;
  /** Control, Alt or Command is held: never a single key. */
  readonly hasModifier: boolean;
  /** A text field, a select or an editable text has the focus. */
  readonly inField: boolean;
  /** A button or link has the focus, which Enter and Space belong to. */
  readonly onControl: boolean;
  /** What has the focus moves with the arrows: a radio button, a tab, an option of a list. */
  readonly ownsArrows: boolean;
  /** A dialog is open; it has the keyboard to itself. */
  readonly inDialog: boolean;
}

export interface KeyState {
  /** Contexts that are active, the topmost first. */
  readonly contexts: readonly KeyContext[];
  /** The first key of a chord, waiting for its second. */
  readonly chord: string | null;
  /** Switched off in the settings (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

export interface KeyDecision {
  readonly action: KeyAction | null;
  readonly context: KeyContext | null;
  /** The chord that waits after this press. */
  readonly chord: string | null;
  /** The press is ours: the browser must not act on it. */
  readonly isTaken: boolean;
}

const IGNORED: KeyDecision = { action: null, context: null, chord: null, isTaken: false };

/** Keys that a focused button or link answers itself. */
const CONTROL_KEYS = new Set(['Enter', ' ']);
const MOVING_KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);
const BARE_MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead']);

function nameOf({ key, shift }: KeyPress): string {
  if (shift && key.startsWith('Arrow')) return `Shift+${key}`;
  return key.length === 1 ? key.toLowerCase() : key;
}

/**
 * Decides what a key press means. Pure: the caller keeps the state. Letters are case-insensitive; a
 * held key repeats only what spends nothing; an unknown second key ends a chord and does nothing.
 */
export function dispatchKey(press: KeyPress, state: KeyState, bindings: readonly KeyBinding[]): KeyDecision {
  if (BARE_MODIFIERS.has(press.key)) return { ...IGNORED, chord: state.chord };
  if (!state.singleKeys || press.hasModifier || press.inField || press.inDialog) return IGNORED;
  const name = nameOf(press);
  if (press.onControl && CONTROL_KEYS.has(name)) return IGNORED;
  if (press.ownsArrows && MOVING_KEYS.has(press.key)) return IGNORED;
  const keys = state.chord === null ? name : `${state.chord} ${name}`;

  for (const context of state.contexts) {
    const binding = bindings.find((entry) => entry.context === context && entry.keys === keys);
    if (binding === undefined) continue;
    const acts = !press.isRepeat || binding.mayRepeat === true;
    return { action: acts ? binding.action : null, context, chord: null, isTaken: true };
  }
  const opensChord =
    state.chord === null &&
    bindings.some((entry) => state.contexts.includes(entry.context) && entry.keys.startsWith(`${name} `));
  if (opensChord && !press.isRepeat) return { action: null, context: null, chord: name, isTaken: true };
  return { ...IGNORED, isTaken: state.chord !== null };
}
