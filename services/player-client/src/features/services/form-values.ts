import type { ServiceAction, ServiceInput } from './service-queries.ts';

/** What stands in the fields of a form: numbers, and what was chosen. */
export type FormValues = Readonly<Record<string, number | string>>;

/** What a form begins with: the value the server gave, else the least, and the first choice. */
export function firstValues(inputs: readonly ServiceInput[]): FormValues {
  return Object.fromEntries(
    inputs.map((input) => [
      input.name,
      input.kind === 'choice' ? (input.options[0]?.value ?? '') : (input.value ?? input.min),
    ]),
  );
}

/** The most a numeric field takes: its own limit, and that of what is chosen beside it. */
export function mostOf(input: ServiceInput, inputs: readonly ServiceInput[], values: FormValues): number {
  const chosen = inputs
    .filter(({ kind }) => kind === 'choice')
    .map(({ name, options }) => options.find(({ value }) => value === values[name])?.max)
    .filter((max) => max !== undefined);
  return Math.max(input.min, Math.min(input.max, ...chosen));
}

/** Values that fit the form as it is now: what the server answered meanwhile may have moved its limits. */
export function fittingValues(inputs: readonly ServiceInput[], values: FormValues): FormValues {
  const first = firstValues(inputs);
  const chosen: Record<string, number | string> = {};
  for (const { name, kind, options } of inputs) {
    if (kind !== 'choice') continue;
    const isThere = options.some(({ value }) => value === values[name]);
    chosen[name] = (isThere ? values[name] : first[name]) ?? '';
  }
  for (const input of inputs) {
    if (input.kind === 'choice') continue;
    const value = values[input.name];
    const wanted = typeof value === 'number' ? value : Number(first[input.name]);
    chosen[input.name] = Math.min(Math.max(input.min, wanted), mostOf(input, inputs, chosen));
  }
  return chosen;
}

/** What an act costs with these values, by the formula the server sent; null where it costs nothing ever. */
export function priceOf({ price, inputs }: ServiceAction, values: FormValues): bigint | null {
  if (price === null) return null;
  const numeric = inputs.find(({ kind }) => kind !== 'choice');
  const count = BigInt(Math.trunc(Number(numeric === undefined ? 0 : (values[numeric.name] ?? 0))));
  const share = (count * BigInt(price.bp) + 9_999n) / 10_000n;
  return price.fixed + price.perUnit * count + share;
}
