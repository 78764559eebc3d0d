import { uuidV7 } from '@sw/api-client';
import type WebSocket from 'ws';
import { percentile } from '../load/statistics.ts';
import type { Crowd } from './crowd.ts';

export interface FanOut {
  /** From the commit to the moment the last socket had the frame. */
  readonly p50Ms: number;
  readonly maxMs: number;
  readonly samples: number;
}

const PAUSE_MS = 150;
const SAMPLE_LIMIT_MS = 20_000;

/**
 * Lets somebody speak in a sector where everybody is, and waits until every socket has the line. The server
 * stamps a frame when it publishes it, right after the commit; both clocks are this machine's, and the stamp
 * has whole milliseconds, so up to one millisecond too much is counted, never too little.
 */
export const measureFanOut = async (crowd: Crowd, samples: number): Promise<FanOut> => {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const speaker = crowd.sockets[sample % crowd.sockets.length] as WebSocket;
    times.push(await speakAndWait(crowd, speaker, `yardstick ${sample}`));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { p50Ms: percentile(times, 50), maxMs: Math.max(...times), samples };
};

const speakAndWait = (crowd: Crowd, speaker: WebSocket, text: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sockets = new Set(crowd.sockets);
    let publishedAtMs = 0;
    const limit = setTimeout(
      () => finish(new Error(`${sockets.size} sockets never heard "${text}"`)),
      SAMPLE_LIMIT_MS,
    );
    const finish = (outcome: number | Error): void => {
      clearTimeout(limit);
      for (const socket of crowd.sockets) socket.removeAllListeners('message');
      if (typeof outcome === 'number') resolve(outcome);
      else reject(outcome);
    };
    for (const socket of crowd.sockets) {
      socket.on('message', (raw: Buffer) => {
        if (!raw.includes(text) || !raw.includes('"chat.message"') || !sockets.delete(socket)) return;
        if (publishedAtMs === 0)
          publishedAtMs = Date.parse((JSON.parse(raw.toString()) as { ts: string }).ts);
        if (sockets.size === 0) finish(performance.timeOrigin + performance.now() - publishedAtMs);
      });
    }
    const clientId = uuidV7(Date.now());
    speaker.send(
      JSON.stringify({ v: 1, type: 'chat.send', ref: text, data: { channel: 'sector', text, clientId } }),
    );
  });
