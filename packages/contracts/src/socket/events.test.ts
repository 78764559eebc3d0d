import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVENT_EXAMPLES } from '../testing/event-examples.ts';
import type { EventType } from './events.ts';
import { EVENTS } from './events.ts';

const TYPES = Object.keys(EVENTS) as EventType[];
const schemaOf = (type: EventType): z.ZodType => EVENTS[type];

describe('events', () => {
  it('are named entity.happening', () => {
    expect(TYPES.filter((type) => !/^[a-z]+\.[a-z_]+$/.test(type))).toEqual([]);
  });

  it.each(TYPES)('%s survives the way over the wire', (type) => {
    const wire = EVENT_EXAMPLES[type];
    const decoded = z.decode(schemaOf(type), wire);
    const sent = JSON.stringify(z.encode(schemaOf(type), decoded));
    expect(JSON.parse(sent)).toEqual(wire);
  });

  it('carry credits as bigint in code', () => {
    expect(z.decode(EVENTS['trade.completed'], EVENT_EXAMPLES['trade.completed'])).toMatchObject({
      net: 58n,
      credits: 4_758n,
      lines: [{ profit: -2n }],
    });
  });

  it.each(TYPES.filter((type) => Object.keys(EVENT_EXAMPLES[type]).length > 0))(
    '%s is not taken when it is empty or of the wrong shape',
    (type) => {
      const schema = schemaOf(type);
      const allOptional = type === 'player.state_changed' ? { rev: 'seven' } : {};
      expect(schema.safeParse(allOptional).success).toBe(false);
      expect(schema.safeParse(null).success).toBe(false);
    },
  );

  it('lose members a newer server may send, so that an old client goes on', () => {
    expect(z.decode(EVENTS['session.revoked'], { reason: 'logout', more: 1 } as never)).toEqual({
      reason: 'logout',
    });
  });
});
