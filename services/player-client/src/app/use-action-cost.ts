import { formatCredits } from '@sw/ui';
import { useLocale } from './game-context.ts';
import { useText } from './text.ts';

interface ActionPart {
  readonly cost: { readonly turns?: number | undefined; readonly credits?: bigint | undefined };
}

/** What an act costs, for the end of its button: "1 turn, 25 cr"; undefined where it costs nothing. */
export function useActionCost(): (action: ActionPart | null | undefined) => string | undefined {
  const t = useText();
  const locale = useLocale();
  return (action) => {
    const { turns, credits } = action?.cost ?? {};
    const parts: string[] = [];
    if (turns !== undefined && turns > 0) parts.push(t('common:unit.turns', { count: turns }));
    if (credits !== undefined && credits > 0n)
      parts.push(t('common:unit.credits', { amount: formatCredits(credits, locale) }));
    return parts.length === 0 ? undefined : parts.join(', ');
  };
}
