import type { playerSettings } from '@sw/contracts';
import type { z } from 'zod';

export type PlayerSettings = z.output<typeof playerSettings>;

/** What a player has who never changed anything (rule book, frontends P-24). */
export const defaultSettings = (language: string): PlayerSettings => ({
  theme: 'cockpit',
  density: 'compact',
  textScale: 100,
  view: '3d',
  motion: 'system',
  singleKeys: true,
  keyHints: true,
  language,
  stopOn: ['player', 'forces', 'hazard5'],
  minHullPct: 50,
  maxTurns: 0,
  maxTollTotal: 0,
  crossRegions: true,
  lowTurnWarning: 50,
  acceptRescue: true,
  goalBar: 'shown',
  guide: 'first',
});
