import type { ClientDirs } from '../clients/build-clients.ts';

export interface AdminCredentials {
  readonly username: string;
  readonly password: string;
}

export interface WelcomeFacts {
  readonly url: string;
  readonly clientDirs: ClientDirs;
  /** Given only on the start that made the first administrator. */
  readonly adminCredentials?: AdminCredentials | undefined;
  /** Where the log is written to; missing when it goes to standard output. */
  readonly logFile?: string;
}

/** What stands on the screen once everything runs: where to go, and how to sign in the first time. */
export function welcome(facts: WelcomeFacts): string {
  const { url, clientDirs, adminCredentials, logFile } = facts;
  const rows = [
    ['Play', clientDirs.player === undefined ? `${url}/api/v1/docs` : url],
    ...(clientDirs.admin === undefined ? [] : [['Operate', `${url}/admin/`]]),
    ...(adminCredentials === undefined ? [] : [['Operator', firstSignIn(adminCredentials)]]),
    ...(logFile === undefined ? [] : [['Log', logFile]]),
    ['Stop', 'Ctrl-C'],
  ];
  const lines = rows.map(([name, value]) => `  ${name?.padEnd(9)}${value}`);
  return ['', 'SectorWars 2102 is running.', ...lines, ''].join('\n');
}

/** The generated sign-in of the first operator. */
export function firstSignIn(admin: AdminCredentials): string {
  return `${admin.username} / ${admin.password}   (shown only now; a new password is asked for at the first sign-in)`;
}

/** The same for programs that start us (`SW_READY_JSON=1`): one line they can look for. */
export function readyLine(url: string): string {
  return `SECTORWARS_READY ${JSON.stringify({ url })}`;
}
