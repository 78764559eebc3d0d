import { StartupError } from '@sw/service-kit';
import { loadConfig } from '../config.ts';
import { deriveKeys } from '../platform/keys.ts';
import type { CommandContext } from './command-context.ts';

/** `public-key`: what regional servers and the region-manager know this hub by; it is no secret. */
export const publicKeyCommand = async ({ env, say }: CommandContext): Promise<void> => {
  const config = loadConfig(env);
  if (config.regional !== null) {
    throw new StartupError('A regional server signs nothing; run public-key where the accounts are.');
  }
  say(String(deriveKeys(config.jwtSecret).verifying.export({ type: 'spki', format: 'pem' })).trim());
};
