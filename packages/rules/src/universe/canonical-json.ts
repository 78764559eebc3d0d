/** Data that JSON can carry without loss. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * JSON with the keys of every object in ascending UTF-16 order and no white space, so that equal data gives equal
 * text whatever order it was built in. Refuses numbers that are not safe integers with a RangeError: their text
 * is not the same in every language.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) {
      throw new RangeError(`canonical JSON holds whole numbers only, not ${value}`);
    }
    return String(value);
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  return isList(value) ? listJson(value) : objectJson(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function listJson(items: readonly JsonValue[]): string {
  let text = '';
  for (const item of items) {
    text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
  }
  return `[${text}]`;
}

function objectJson(fields: { readonly [key: string]: JsonValue }): string {
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(fields[key]!)}`;
  }
  return `{${text}}`;
}
