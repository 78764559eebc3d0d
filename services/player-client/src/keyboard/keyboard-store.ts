import { createStore } from 'zustand/vanilla';
import type { KeyPress } from './dispatch-key.ts';
import { dispatchKey } from './dispatch-key.ts';
import type { KeyAction, KeyContext } from './key-bindings.ts';
import { KEY_BINDINGS } from './key-bindings.ts';

export type KeyHandlers = Partial<Record<KeyAction, () => void>>;

interface Layer {
  readonly context: KeyContext;
  readonly handlers: { readonly current: KeyHandlers };
}

const CHORD_MS = 1_500;

let layers: readonly Layer[] = [];
let chord: { readonly key: string; readonly untilMs: number } | null = null;

/** What the help overlay and the settings see of the keyboard. */
export const keyboardStore = createStore<{
  readonly contexts: readonly KeyContext[];
  readonly singleKeys: boolean;
}>(() => ({ contexts: ['global'], singleKeys: true }));

function publish(): void {
  const contexts = [...new Set(layers.map(({ context }) => context))];
  keyboardStore.setState({ contexts });
}

/** Puts a layer of handlers on top; the returned function takes it away. */
export function pushKeyLayer(layer: Layer): () => void {
  layers = [layer, ...layers].sort((a, b) => Number(a.context === 'global') - Number(b.context === 'global'));
  publish();
  return () => {
    layers = layers.filter((other) => other !== layer);
    publish();
  };
}

/** Runs the topmost handler of an action, as a key, a button or the palette asks for it. */
export function runKeyAction(action: KeyAction): boolean {
  const handler = layers.map(({ handlers }) => handlers.current[action]).find((found) => found !== undefined);
  handler?.();
  return handler !== undefined;
}

function pressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    isRepeat: event.repeat,
    shift: event.shiftKey,
    hasModifier: event.ctrlKey || event.altKey || event.metaKey,
    inField:
      target?.closest('input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]') != null,
    onControl: target?.closest('button, a[href], summary, input, [role=option], [role=tab]') != null,
    ownsArrows:
      target?.closest(
        'input[type=radio], [role=tab], [role=option], [role=listbox], [role=slider], [role=menuitem]',
      ) != null,
    inDialog: document.querySelector('dialog[open]') !== null,
  };
}

/** The one listener of single keys and chords. */
export function handleKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const now = event.timeStamp;
  const waiting = chord !== null && now < chord.untilMs ? chord.key : null;
  const { contexts, singleKeys } = keyboardStore.getState();
  const decision = dispatchKey(pressOf(event), { contexts, chord: waiting, singleKeys }, KEY_BINDINGS);
  chord = decision.chord === null ? null : { key: decision.chord, untilMs: now + CHORD_MS };
  if (!decision.isTaken) return;
  event.preventDefault();
  if (decision.action !== null) runKeyAction(decision.action);
}
