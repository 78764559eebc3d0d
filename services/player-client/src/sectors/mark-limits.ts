/** Letters the fields take while a person writes on the chart; the server's word is final. */
export const MARK_LIMITS = { label: 32, note: 500, sectorName: 30 } as const;
