import { describe, expect, it } from 'vitest';
import { ADMIN_EVENTS, ADMIN_TOPICS, adminChannel, scopeOfAdminChannel } from './admin-events.ts';
import { EVENTS } from './events.ts';

describe('events for operators', () => {
  it('stand in no catalogue of players', () => {
    expect(Object.keys(ADMIN_EVENTS).filter((type) => Object.hasOwn(EVENTS, type))).toEqual([]);
  });

  it('are named entity.happening', () => {
    expect(Object.keys(ADMIN_EVENTS).filter((type) => !/^[a-z]+\.[a-z_]+$/.test(type))).toEqual([]);
  });
});

describe('scopeOfAdminChannel', () => {
  it('names the scope of each topic', () => {
    for (const [topic, scope] of Object.entries(ADMIN_TOPICS)) {
      expect(scopeOfAdminChannel(adminChannel(topic as keyof typeof ADMIN_TOPICS))).toBe(scope);
    }
  });

  it.each(['admin:', 'admin:toString', 'admin:system:x', 'ADMIN:system', 'global', 'sector:1', ''])(
    'knows no channel %j',
    (channel) => {
      expect(scopeOfAdminChannel(channel)).toBeNull();
    },
  );
});
