import postgres from 'postgres';

/** A connection that may write what no command may: it arranges the galaxy before a measurement. */
export type Arranger = postgres.Sql<{ bigint: bigint }>;

/** Opens the arranger; columns are read as the server reads them. */
export const openArranger = (databaseUrl: string): Arranger =>
  postgres(databaseUrl, {
    max: 4,
    onnotice: () => undefined,
    types: { bigint: postgres.BigInt },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
  });
