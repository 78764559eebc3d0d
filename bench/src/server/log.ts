import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of the server's log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** The last line of the log of a data folder with this message; null when there is none. */
export const lastLogged = (dataDir: string, message: string): LogLine | null => {
  const lines = readFileSync(join(dataDir, 'gameserver.log'), 'utf8').split('\n');
  const line = lines.findLast((text) => text.includes(`"${message}"`));
  return line === undefined ? null : (JSON.parse(line) as LogLine);
};
