import { create } from 'zustand';

/** Number of the sale in the starter chain. */
const SELL_STEP = 2;

interface GuideRun {
  readonly cargoUsed: number | null;
  readonly boughtAt: { readonly stationId: string; readonly sectorId: number } | null;
  readonly hasSold: boolean;
  /** The starter chain asked for a sale while this page was open. */
  readonly wasSelling: boolean;
  /** Tells what the starter chain asks for now; null where it is over. */
  observeChain(chain: { readonly kind: string; readonly done: readonly number[] } | null): void;
  /** Tells what is aboard now, and where the ship is docked. */
  observe(cargoUsed: number, docked: { readonly stationId: string; readonly sectorId: number } | null): void;
  restart(): void;
}

const START = { cargoUsed: null, boughtAt: null, hasSold: false, wasSelling: false } as const;

/** What the guide has seen of a run on this page: enough to say once that it is over. */
export const useGuideRun = create<GuideRun>()((change) => ({
  ...START,
  observeChain: (chain) =>
    change((run) => {
      if (chain?.kind === 'sell') return { wasSelling: true };
      if (!run.wasSelling) return {};
      return { wasSelling: false, hasSold: chain === null || chain.done.includes(SELL_STEP) };
    }),
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
