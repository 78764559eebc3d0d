import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, ballAround, hopsFrom, reversed, UNREACHED } from './graph.ts';
import { bridgesFrom } from './graph-bridges.ts';

const NODES = 9;

/** A simple undirected graph as a list of pairs. */
const arbPairs = fc
  .uniqueArray(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), {
    selector: ([a, b]) => Math.min(a, b) * NODES + Math.max(a, b),
  })
  .map((pairs) => pairs.filter(([a, b]) => a !== b));

function undirected(pairs: readonly (readonly [number, number])[]) {
  return adjacencyOf(
    NODES,
    pairs.flatMap(([a, b]): [number, number][] => [
      [a, b],
      [b, a],
    ]),
  );
}

describe('hopsFrom', () => {
  it('equals repeated relaxation', () => {
    fc.assert(
      fc.property(arbPairs, (edges) => {
        const expected = Array.from({ length: NODES }, (_, node) =>
          node === 0 ? 0 : Number.POSITIVE_INFINITY,
        );
        for (let round = 0; round < NODES; round++) {
          for (const [from, to] of edges) {
            expected[to] = Math.min(expected[to]!, expected[from]! + 1);
          }
        }
        const hops = hopsFrom(adjacencyOf(NODES, edges), [0]);
        expect([...hops]).toEqual(
          expected.map((count) => (count === Number.POSITIVE_INFINITY ? UNREACHED : count)),
        );
      }),
    );
  });

  it('finds the same distances backwards in the reversed graph', () => {
    fc.assert(
      fc.property(arbPairs, fc.nat(NODES - 1), (edges, target) => {
        const adjacency = adjacencyOf(NODES, edges);
        const back = hopsFrom(reversed(adjacency), [target]);
        for (let node = 0; node < NODES; node++) {
          expect(back[node]).toBe(hopsFrom(adjacency, [node])[target]);
        }
      }),
    );
  });
});

describe('ballAround', () => {
  it('holds exactly the nodes within the hops', () => {
    fc.assert(
      fc.property(arbPairs, fc.nat(4), (pairs, radius) => {
        const adjacency = undirected(pairs);
        const hops = hopsFrom(adjacency, [3]);
        const expected = [...hops.keys()].filter((node) => hops[node] !== UNREACHED && hops[node]! <= radius);
        expect(ballAround(adjacency, 3, radius).sort((left, right) => left - right)).toEqual(expected);
      }),
    );
  });
});

describe('bridgesFrom', () => {
  it('finds exactly the edges whose removal cuts nodes off, and what they cut off', () => {
    fc.assert(
      fc.property(arbPairs, (pairs) => {
        const reach = hopsFrom(undirected(pairs), [0]);
        const expected = pairs.flatMap((removed) => {
          const rest = hopsFrom(undirected(pairs.filter((pair) => pair !== removed)), [0]);
          const lost = [...reach.keys()].filter(
            (node) => reach[node] !== UNREACHED && rest[node] === UNREACHED,
          );
          return lost.length > 0 ? [{ ends: [...removed].sort(), lost }] : [];
        });
        const found = bridgesFrom(undirected(pairs), 0).map(({ outer, inner, farSide }) => ({
          ends: [outer, inner].sort(),
          lost: [...farSide].sort((left, right) => left - right),
        }));
        const byEnds = (one: { ends: number[] }, other: { ends: number[] }) =>
          one.ends[0]! - other.ends[0]! || one.ends[1]! - other.ends[1]!;
        expect(found.sort(byEnds)).toEqual(expected.sort(byEnds));
      }),
    );
  });

  it('walks a chain of 5,000 nodes', () => {
    const chain = adjacencyOf(
      5_000,
      Array.from({ length: 4_999 }, (_, i): [number, number][] => [
        [i, i + 1],
        [i + 1, i],
      ]).flat(),
    );
    expect(bridgesFrom(chain, 0)).toHaveLength(4_999);
  });
});
