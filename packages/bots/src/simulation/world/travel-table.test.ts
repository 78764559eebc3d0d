import { plotCourse } from '@sw/rules';
import { describe, expect, it } from 'vitest';
import { buildTravelTable } from './travel-table.ts';
import { buildWorld } from './world.ts';

const { graph } = buildWorld('travel', 0);

describe('the travel table', () => {
  it.each([
    ['light_freighter', {}],
    ['cargo_hauler', { engine: 2 }],
    ['scout_ship', {}],
  ] as const)('agrees with the course the game plots for a %s', (type, upgrades) => {
    const table = buildTravelTable(graph, { type, upgrades });
    for (const [from, to] of [
      [1, 2],
      [1, 77],
      [40, 150],
      [210, 3],
    ] as const) {
      const course = plotCourse(graph, {
        from,
        to,
        objective: 'turns',
        ship: { type, upgrades, conditionMilli: 100_000, fault: 'none' },
        levelOf: () => 3,
      });
      expect(course).toMatchObject({ totalTurns: table.turnsBetween(from - 1, to - 1) });
    }
  });

  it('leads back to where it began', () => {
    const table = buildTravelTable(graph, { type: 'light_freighter', upgrades: {} });
    let at = 149;
    for (let hops = 0; at !== 0 && hops < graph.nodeCount; hops++) at = table.comesFrom(0, at);
    expect(at).toBe(0);
    expect(table.turnsBetween(5, 5)).toBe(0);
  });
});
