import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { createStream } from '@sw/rules';
import { expect, it } from 'vitest';
import { Conversation } from './bot-lines.ts';
import { callsignOf, shipNameOf } from './bot-names.ts';

it('makes callsigns and ship names the server accepts', () => {
  const random = createStream('names', 'test');
  for (let i = 0; i < 300; i += 1) {
    const body = { callsign: callsignOf(random, i % 3), shipName: shipNameOf(random) };
    expect(PLAYER_ENDPOINTS.completeFirstLogin.body.safeParse(body).error).toBeUndefined();
  }
});

it('says every line before it repeats one', () => {
  const conversation = new Conversation(createStream('lines', 'test'));
  const lines = Array.from({ length: 16 }, () => conversation.next());
  expect(new Set(lines).size).toBe(16);
  expect(lines).toContain(conversation.next());
});
