import { isProblem, queryKeys } from '@sw/api-client';
import type { patchSettings, ReplyOf, WireBodyOf } from '@sw/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PlayerSettings } from './display-settings.ts';
import { applyDisplay, readDisplayMirror } from './display-settings.ts';
import { useGame } from './game-context.ts';
import { gameQueries } from './game-queries.ts';
import type { GameServices } from './game-services.ts';

type SettingsReply = ReplyOf<typeof patchSettings>;
export type SettingsChange = Partial<PlayerSettings>;
type FirstShip = NonNullable<WireBodyOf<typeof patchSettings>['firstShip']>;

/** Shown until the server has answered and the last visit left nothing. */
const DEFAULTS: PlayerSettings = {
  theme: 'cockpit',
  density: 'compact',
  textScale: 100,
  view: '3d',
  motion: 'system',
  singleKeys: true,
  keyHints: true,
  language: 'en',
  stopOn: [],
  minHullPct: 50,
  maxTurns: 0,
  maxTollTotal: 0,
  crossRegions: true,
  lowTurnWarning: 0,
  acceptRescue: true,
  goalBar: 'shown',
  guide: 'off',
};

/** The player's settings: the server's, until then those of the last visit. */
export function useSettings(): PlayerSettings {
  const { api } = useGame();
  const { data } = useQuery(gameQueries.settings(api));
  return data?.settings ?? { ...DEFAULTS, ...readDisplayMirror() };
}

/** Shows the server's settings once they are known: they may have been changed on another device. */
export function useShownSettings(): void {
  const { api } = useGame();
  const { data } = useQuery(gameQueries.settings(api));
  const settings = data?.settings;
  useEffect(() => {
    if (settings !== undefined) applyDisplay(settings);
  }, [settings]);
}

/**
 * Changes settings at once on screen and then on the server. A change made elsewhere meanwhile is
 * fetched and ours is applied on top: the newest wins key by key (rule book, front ends 5.6).
 */
export async function changeSettings(services: GameServices, change: SettingsChange): Promise<void> {
  const { api, queries } = services;
  const key = queryKeys.player.settings();
  const before = queries.getQueryData<SettingsReply>(key);
  const known = before?.settings ?? { ...DEFAULTS, ...readDisplayMirror() };
  const next = { ...known, ...change };
  applyDisplay(next);
  if (before !== undefined) queries.setQueryData(key, { ...before, settings: next });
  const send = (rev: number | undefined) =>
    api.patchSettings({ body: change, ...(rev === undefined ? {} : { ifMatch: rev }) });
  try {
    queries.setQueryData(key, await send(before?.rev));
  } catch (error) {
    if (!isProblem(error, 'precondition_failed')) {
      if (before !== undefined) queries.setQueryData(key, before);
      applyDisplay(known);
      throw error;
    }
    const fresh = await api.getSettings();
    const merged = await send(fresh.rev);
    queries.setQueryData(key, merged);
    applyDisplay(merged.settings);
  }
}

/** Skips the present step of the starter chain, or all of it. What is skipped pays nothing and stays skipped. */
export async function skipFirstShip(services: GameServices, what: FirstShip): Promise<void> {
  const { api, queries } = services;
  queries.setQueryData(queryKeys.player.settings(), await api.patchSettings({ body: { firstShip: what } }));
  await queries.invalidateQueries({ queryKey: queryKeys.player.state() });
}
