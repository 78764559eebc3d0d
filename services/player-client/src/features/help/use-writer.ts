import { useQuery } from '@tanstack/react-query';
import { useGame } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import type { Writer } from './manual-values.ts';

/** The words and the numbers of the manual; the numbers once the server has told its rules. */
export function useWriter() {
  const t = useText('help');
  const { api, i18n } = useGame();
  const rules = useQuery(gameQueries.rules(api));
  const writer: Writer | null =
    rules.data === undefined ? null : { catalogue: rules.data, t, locale: i18n.language };
  return { writer, rules };
}
