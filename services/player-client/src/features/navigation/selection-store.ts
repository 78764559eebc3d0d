import { create } from 'zustand';

export type SelectionKind = 'warp' | 'station' | 'planet' | 'contact';

export interface Selection {
  readonly kind: SelectionKind;
  readonly id: string;
}

interface SelectionState {
  /** The sector the choice was made in: a choice does not survive leaving it. */
  readonly sectorId: number | null;
  readonly selection: Selection | null;
  select(sectorId: number, selection: Selection | null): void;
}

/** What the context panel of the cockpit is about. */
export const useSelectionStore = create<SelectionState>()((set) => ({
  sectorId: null,
  selection: null,
  select: (sectorId, selection) => set({ sectorId, selection }),
}));
