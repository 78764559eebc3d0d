import { useQuery } from '@tanstack/react-query';
import { useGame } from './game-context.ts';
import { gameQueries } from './game-queries.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What the screens show of the rules as reference; a part this build does not find is left out. */
export interface RulesCatalogue {
  /** The usual price range of a commodity in credits. */
  usualRange(commodity: string): { readonly low: number; readonly high: number } | null;
  rankName(level: number): string | null;
  /** A limit or a single number by its path: `caps.priceAlerts`. */
  number(path: string): number | null;
  shipType(type: string): Entry | null;
  list(name: string): readonly Entry[];
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const numberOf = (entry: Entry | undefined, name: string): number | null => {
  const value = entry?.[name];
  return typeof value === 'number' ? value : null;
};

/** Reads the catalogue the server sent; tolerant, because a newer server may name more. */
export function readCatalogue(reply: unknown): RulesCatalogue {
  const root = isEntry(reply) ? reply : {};
  const list = (name: string): readonly Entry[] => {
    const entries = root[name];
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  };
  const keyed = (name: string, key: unknown): Entry | undefined =>
    list(name).find((entry) => entry['key'] === key || entry['type'] === key);
  return {
    list,
    usualRange: (commodity) => {
      const entry = keyed('commodities', commodity);
      const [low, high] = [numberOf(entry, 'lo'), numberOf(entry, 'hi')];
      return low === null || high === null ? null : { low, high };
    },
    rankName: (level) => {
      const name = list('ranks').find((entry) => entry['level'] === level)?.['name'];
      return typeof name === 'string' ? name : null;
    },
    number: (path) => {
      const value = path
        .split('.')
        .reduce<unknown>((part, name) => (isEntry(part) ? part[name] : undefined), root);
      return typeof value === 'number' ? value : null;
    },
    shipType: (type) => keyed('shipTypes', type) ?? null,
  };
}

const EMPTY = readCatalogue({});

/** The rules catalogue; empty until it has arrived. */
export function useCatalogue(): RulesCatalogue {
  const { api } = useGame();
  const { data } = useQuery({ ...gameQueries.rules(api), select: readCatalogue });
  return data ?? EMPTY;
}
