import { playerSettings } from '@sw/contracts';
import type { PlayerSettings } from './default-settings.ts';
import { defaultSettings } from './default-settings.ts';

/**
 * The settings a stored record stands for: every member that is known and valid counts, everything else is
 * dropped and falls back to its default, so that a record of an older or newer version never locks its
 * owner out.
 */
export const readSettings = (stored: Readonly<Record<string, unknown>>, language: string): PlayerSettings => {
  const valid = Object.entries(playerSettings.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...defaultSettings(language), ...Object.fromEntries(valid) };
};
