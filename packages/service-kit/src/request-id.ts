const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the canonical text form of any UUID. */
export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * The id of a request: the caller's `X-Request-Id` when it is a UUID (in lower case), else a new one.
 * Anything else is ignored, so that nobody writes text of his choice into the logs.
 */
export const requestIdFrom = (header: string | readonly string[] | undefined, newId: () => string): string =>
  typeof header === 'string' && isUuid(header) ? header.toLowerCase() : newId();
