import { describe, expect, it } from 'vitest';
import { catalogueHash, rulesCatalogue } from './index.ts';

describe('rulesCatalogue', () => {
  it('survives JSON unchanged', () => {
    const catalogue = rulesCatalogue();
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
  });

  it('holds the tables of README 7', () => {
    const catalogue = rulesCatalogue();
    const sizes = {
      commodities: 8,
      stationClasses: 12,
      shipTypes: 9,
      upgrades: 8,
      ranks: 18,
      factions: 9,
      sectorTypes: 7,
      zones: 4,
      stationServices: 14,
      formations: 6,
      planetTypes: 8,
    } as const;
    for (const [key, size] of Object.entries(sizes)) {
      expect([key, catalogue[key as keyof typeof sizes].length]).toEqual([key, size]);
    }
    expect(catalogue.shipTypes.find(({ key }) => key === 'cargo_hauler')?.priceCredits).toBe(50_000);
    expect(catalogue.shipTypes.find(({ key }) => key === 'escape_pod')?.priceCredits).toBeNull();
    expect(catalogue.turnCosts['dock']).toBe(1);
  });

  it('gives the manual whole numbers and names, nothing else', () => {
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    const facts = leaves(rulesCatalogue().facts);
    expect(facts.filter((leaf) => typeof leaf !== 'string' && !Number.isSafeInteger(leaf))).toEqual([]);
    expect(rulesCatalogue().facts).toMatchObject({
      turns: { start: 1_000, perDay: 1_000, awayAfterDays: 7 },
      movement: { harmlessHazard: 4, hullPercentPerHazard: 1 },
      scanning: { staleHours: 24 },
      stations: { freeFirstDays: 7, mooringFreeHours: 24, mooringWalletPercent: 10, shelterHours: 12 },
      start: { credits: 5_000, newcomerHours: 120 },
    });
  });

  it('has the same hash every time', () => {
    expect(catalogueHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(catalogueHash()).toBe(catalogueHash());
  });
});
