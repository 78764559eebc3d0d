import { create } from 'zustand';

interface GuideRun {
  readonly cargoUsed: number | null;
  readonly boughtAt: { readonly stationId: string; readonly sectorId: number } | null;
  readonly hasSold: boolean;
  /** Tells what is aboard now, and where the ship is docked. */
  observe(cargoUsed: number, docked: { readonly stationId: string; readonly sectorId: number } | null): void;
  restart(): void;
}

const START = { cargoUsed: null, boughtAt: null, hasSold: false } as const;

/** The run of a guide that is shown again: the starter chain is over, so nobody else remembers it. */
export const useGuideRun = create<GuideRun>()((change) => ({
  ...START,
  observe: (cargoUsed, docked) =>
    change((run) => {
      const before = run.cargoUsed;
      if (before === cargoUsed) return {};
      if (before === 0 && docked !== null) return { cargoUsed, boughtAt: docked };
      if (before !== null && cargoUsed === 0 && docked !== null) return { cargoUsed, hasSold: true };
      return { cargoUsed };
    }),
  restart: () => change(START),
}));
