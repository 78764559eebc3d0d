import { useSearchParams } from 'react-router';

export interface FilterParams {
  /** What is typed into the search. */
  readonly text: string;
  /** The choice of a name, the first of its choices where none of them is in the address. */
  readonly pick: <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice;
  /** Sets one of them and keeps the others; `all` and nothing are not kept. */
  readonly set: (name: string, value: string) => void;
}

/** What a list is filtered by, kept in the address: a view can be linked and survives a reload. */
export function useFilterParams(): FilterParams {
  const [params, setParams] = useSearchParams();
  return {
    text: params.get('q') ?? '',
    pick: (name, choices) => choices.find((choice) => choice === params.get(name)) ?? choices[0],
    set: (name, value) => {
      const next = new URLSearchParams(params);
      if (value === '' || value === 'all') next.delete(name);
      else next.set(name, value);
      setParams(next, { replace: true });
    },
  };
}
