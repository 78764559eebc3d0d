import type { I18n } from '@sw/i18n';
import { useTranslation } from '@sw/i18n';

/** Translates a key with its namespace: `t('game:warps.title')`. */
export type Translate = I18n['t'];

/** The texts of the game. Which namespaces are loaded is the business of the routes. */
export function useText(): Translate {
  return useTranslation('common').i18n.t;
}
