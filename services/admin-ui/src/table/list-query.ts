import type { ListRequest } from './table-types.ts';

/** What a field for date and time holds: no seconds, and the zone of who typed it. */
const LOCAL_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

const asWire = (value: string): string =>
  LOCAL_MOMENT.test(value) && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : value;

/**
 * A list's question as the query of its endpoint. The filters come from an address anybody may have typed, so
 * their values are what they are: the server refuses those it does not know.
 */
export const listQuery = <Query>({ filters, ...request }: ListRequest): Query =>
  ({
    ...Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, asWire(value)])),
    ...request,
  }) as Query;
