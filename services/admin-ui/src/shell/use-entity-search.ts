import type { CommandOption } from '@sw/ui';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useConsole } from '../app/console-context.ts';
import { useScopes } from '../pages/use-operator.ts';
import { SEARCH_SOURCES } from './search-sources.ts';

const MIN_LETTERS = 2;
/** Typing is not asked about letter by letter. */
const PAUSE_MS = 250;

/** What the sources open to this operator find for a query; a source that fails finds nothing. */
export function useEntitySearch(query: string): readonly CommandOption[] {
  const services = useConsole();
  const scopes = useScopes();
  const wanted = useSettled(query.trim());
  const answers = useQueries({
    queries: SEARCH_SOURCES.map((source, index) => ({
      queryKey: ['search', index, wanted],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(services, wanted, signal),
      enabled: wanted.length >= MIN_LETTERS && scopes.has(source.scope),
      staleTime: 10_000,
    })),
  });
  return wanted.length < MIN_LETTERS ? [] : answers.flatMap(({ data }) => data ?? []);
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
