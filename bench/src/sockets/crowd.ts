import WebSocket from 'ws';
import type { Player } from '../players/sign-in.ts';
import type { Caller } from '../server/http.ts';

/** Everybody connected at once. */
export interface Crowd {
  readonly sockets: readonly WebSocket[];
  /** From the first ticket to the last welcome. */
  readonly connectedInMs: number;
  close(): void;
}

const AT_ONCE = 32;
const WELCOME_LIMIT_MS = 30_000;

/** Connects every player: ticket over HTTP, first frame, welcome. */
export const connectCrowd = async (
  caller: Caller,
  origin: string,
  players: readonly Player[],
): Promise<Crowd> => {
  const beganMs = performance.now();
  const sockets: WebSocket[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < players.length; index = next++) {
      sockets.push(await connect(caller, origin, players[index] as Player));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    sockets,
    connectedInMs: performance.now() - beganMs,
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
};

const connect = async (caller: Caller, origin: string, player: Player): Promise<WebSocket> => {
  const answer = await caller.post('/auth/ws-ticket', player.token, {});
  const { ticket } = JSON.parse(answer.text) as { ticket: string };
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/v1/ws/connect`);
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('no welcome in time')), WELCOME_LIMIT_MS);
    socket.once('open', () =>
      socket.send(JSON.stringify({ v: 1, type: 'auth', ref: 'a', data: { ticket } })),
    );
    socket.once('message', () => {
      clearTimeout(limit);
      resolve();
    });
    socket.once('close', (code) => reject(new Error(`the socket was closed with ${code}`)));
    socket.once('error', reject);
  });
  socket.removeAllListeners('close');
  socket.removeAllListeners('error');
  socket.on('error', () => socket.terminate());
  return socket;
};
