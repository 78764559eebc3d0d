import type { I18n, Namespace } from '@sw/i18n';
import { useTranslation } from '@sw/i18n';

/** Translates a key with its namespace: `t('game:warps.title')`. */
export type Translate = I18n['t'];

/**
 * The texts of the game. Which namespaces are loaded is the business of the routes; a part that stands
 * apart from them names the one it `needs` and waits for it.
 */
export function useText(needs: Namespace = 'common'): Translate {
  return useTranslation(needs).i18n.t;
}
