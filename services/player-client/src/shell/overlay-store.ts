import { create } from 'zustand';

export type Overlay = 'keys' | 'palette' | null;

interface OverlayState {
  readonly overlay: Overlay;
  /** The command field asks for the focus; the number grows with every asking. */
  readonly commandFocus: { readonly ask: number; readonly text: string };
  show(overlay: Overlay): void;
  focusCommand(text?: string): void;
}

/** What lies above the screens, and the way into the command line. */
export const useOverlayStore = create<OverlayState>()((set) => ({
  overlay: null,
  commandFocus: { ask: 0, text: '' },
  show: (overlay) => set({ overlay }),
  focusCommand: (text = '') =>
    set(({ commandFocus }) => ({ commandFocus: { ask: commandFocus.ask + 1, text } })),
}));
