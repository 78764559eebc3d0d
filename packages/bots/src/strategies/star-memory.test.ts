import { expect, it } from 'vitest';
import { StarMemory } from './star-memory.ts';

it('leads the shortest way to what was not visited', () => {
  const memory = new StarMemory();
  memory.see(1, [2, 5], []);
  expect(memory.firstHopToUnvisited(1)).toBe(2);
  memory.see(2, [1, 3], []);
  memory.see(3, [2], []);
  expect(memory.firstHopToUnvisited(3)).toBe(2);
  memory.see(5, [1], []);
  expect(memory.firstHopToUnvisited(3)).toBeNull();
});

it('believes the server about earlier visits', () => {
  const memory = new StarMemory();
  memory.see(1, [2, 3], [2]);
  expect(memory.firstHopToUnvisited(1)).toBe(3);
});
