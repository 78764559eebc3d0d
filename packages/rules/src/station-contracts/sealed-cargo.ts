const PREFIX = 'freight:';

/** The kind of cargo that belongs to one contract: no station buys it and nobody else can take it. */
export function sealedCargo(contractId: string): string {
  return `${PREFIX}${contractId}`;
}

/** Whether a kind of cargo travels under the seal of a contract. */
export function isSealedCargo(kind: string): boolean {
  return kind.startsWith(PREFIX);
}
