import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';

/** The operating system user PostgreSQL runs as; `undefined` stands for the user we are ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Users every Unix system has and nobody signs in as, best first. */
const UNPRIVILEGED = ['nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root. Under root it runs as whoever already owns the data, else as the ordinary user
 * who owns the folder around them (`sudo npm start` in somebody's clone), else as `nobody`.
 *
 * @throws StartupError when there is no such user.
 */
export function chooseAccount(dataFolders: readonly string[], aroundThem: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readPasswd();
  for (const folder of dataFolders) {
    if (!existsSync(folder)) continue;
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid, name: users.find((user) => user.uid === uid)?.name ?? `uid ${uid}` };
  }
  const around = statSync(nearestExisting(aroundThem));
  const host = users.find((user) => user.uid === around.uid && user.uid !== 0);
  const chosen = host ?? UNPRIVILEGED.map((name) => users.find((user) => user.name === name)).find(Boolean);
  if (chosen !== undefined) return chosen;
  throw new StartupError(
    `PostgreSQL does not run as root, and this machine has no user called ${UNPRIVILEGED.join(' or ')}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether the account may enter the folder (or execute the file) at `path`, judged by owner and mode bits. */
export function canReach(path: string, account: Account): boolean {
  for (let step = resolve(path); ; step = dirname(step)) {
    if (existsSync(step) && !mayPass(step, account)) return false;
    if (step === dirname(step)) return true;
  }
}

function mayPass(path: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(path);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function nearestExisting(path: string): string {
  let step = resolve(path);
  while (!existsSync(step)) step = dirname(step);
  return step;
}

function readPasswd(): Account[] {
  const accounts: Account[] = [];
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && Number(uid) > 0) accounts.push({ name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
