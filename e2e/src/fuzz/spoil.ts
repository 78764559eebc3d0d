import fc from 'fast-check';
import { arbHostileValue } from './hostile-values.ts';

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (members: Members, name: string): Members =>
  Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));

/** Defines also `__proto__` as an ordinary member, which an object literal would not. */
const withMember = (members: Members, name: string, value: unknown): Members =>
  Object.fromEntries([...Object.entries(members), [name, value]]);

/**
 * Makes a fitting value misfit in one place: a member dropped, replaced, or one too many; an item
 * replaced or the list repeated. What is neither becomes something hostile altogether.
 */
export const arbSpoiled = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, arbHostileValue, fc.nat(), fc.nat({ max: 2 })).map(([value, hostile, at, how]) => {
    if (Array.isArray(value)) {
      return how === 0
        ? [...value, hostile]
        : value.map((item, i) => (i === at % value.length ? hostile : item));
    }
    if (!isMembers(value)) return hostile;
    const names = Object.keys(value);
    const name = names[at % Math.max(1, names.length)];
    if (how === 0 || name === undefined)
      return withMember(value, at % 2 === 0 ? '__proto__' : 'isAdmin', hostile);
    return how === 1 ? without(value, name) : withMember(without(value, name), name, hostile);
  });
