import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';

/** A reason of the books in words; one this build has no words for stands as it is. */
export function useReasonWords(): (reason: string) => string {
  const t = useText();
  const { i18n } = useGame();
  const say = t as (key: string) => string;
  return (reason) => {
    const book = (['game', 'services', 'log'] as const).find((ns) => i18n.exists(`ledger.${reason}`, { ns }));
    return book === undefined ? reason.replaceAll(/[._]/g, ' ') : say(`${book}:ledger.${reason}`);
  };
}
