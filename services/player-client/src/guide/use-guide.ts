import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useStore } from 'zustand';
import { useCurrentSector, usePlayerState } from '../app/game-queries.ts';
import { courseStore } from '../courses/course-store.ts';
import { useBasketStore } from '../features/trading/basket-store.ts';
import { useGuideRun } from './guide-run-store.ts';
import type { GuideStep, GuideView } from './guide-step.ts';
import { guideStep } from './guide-step.ts';

const MARKET = /^\/game\/station\/([^/]+)\/?$/;

/** The step the guide stands at, from the player's state and from what is on the screen. */
export function useGuide(mode: GuideView['mode']): GuideStep | null {
  const { pathname } = useLocation();
  const { data: state } = usePlayerState();
  const { data: sector } = useCurrentSector();
  const course = useStore(courseStore, (store) => store.course);
  const basket = useBasketStore();
  const { boughtAt, hasSold, observe, observeChain } = useGuideRun();
  const location = state?.location ?? null;
  const stationId = location?.state === 'docked' ? location.stationId : null;
  const sectorId = location?.sectorId ?? null;
  const cargoUsed = state?.ship?.cargoUsed;

  useEffect(() => {
    if (mode !== 'again' || cargoUsed === undefined) return;
    observe(cargoUsed, stationId === null || sectorId === null ? null : { stationId, sectorId });
  }, [mode, cargoUsed, stationId, sectorId, observe]);

  const chain = state?.chain;
  useEffect(() => {
    if (chain !== undefined) observeChain(chain);
  }, [chain, observeChain]);

  if (state === undefined || cargoUsed === undefined) return null;
  const marketOf = MARKET.exec(pathname)?.[1];
  return guideStep({
    mode,
    chain: state.chain,
    dockedAt: stationId,
    sectorId,
    hasStation: sector !== undefined && sector.id === sectorId && (sector.stations?.length ?? 0) > 0,
    cargoUsed,
    courseEnd: course?.hops.at(-1)?.to ?? null,
    screen:
      pathname === '/game'
        ? 'cockpit'
        : marketOf !== undefined && marketOf === stationId
          ? 'market'
          : 'other',
    selected: basket.stationId === stationId ? basket.selected : null,
    basket: basket.stationId === stationId ? basket.lines : [],
    boughtAt,
    hasSold,
  });
}
