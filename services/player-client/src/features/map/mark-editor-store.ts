import { create } from 'zustand';

interface MarkEditor {
  /** The sector whose bookmark is being written; null when none is. */
  readonly sectorId: number | null;
  open(sectorId: number): void;
  close(): void;
}

/** Which bookmark is being written: the key opens it, the panel shows it. */
export const useMarkEditor = create<MarkEditor>()((set) => ({
  sectorId: null,
  open: (sectorId) => set({ sectorId }),
  close: () => set({ sectorId: null }),
}));
