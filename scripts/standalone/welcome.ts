import type { ClientDirs } from '../clients/build-clients.ts';

export interface WelcomeFacts {
  readonly url: string;
  readonly clientDirs: ClientDirs;
  /** Given only on the start that made the first administrator. */
  readonly adminCredentials?: { readonly username: string; readonly password: string } | undefined;
  /** Where the log is written to; missing when it goes to standard output. */
  readonly logFile?: string;
}

/** What stands on the screen once everything runs: where to go, and how to sign in the first time. */
export function welcome(facts: WelcomeFacts): string {
  const { url, clientDirs, adminCredentials, logFile } = facts;
  const rows = [
    ['Play', clientDirs.player === undefined ? `${url}/api/v1/docs` : url],
    ...(clientDirs.admin === undefined ? [] : [['Operate', `${url}/admin/`]]),
    ...(adminCredentials === undefined
      ? []
      : [
          [
            'Operator',
            `${adminCredentials.username} / ${adminCredentials.password}   (shown only now; a new password is asked for at the first sign-in)`,
          ],
        ]),
    ...(logFile === undefined ? [] : [['Log', logFile]]),
    ['Stop', 'Ctrl-C'],
  ];
  const lines = rows.map(([name, value]) => `  ${name?.padEnd(9)}${value}`);
  return ['', 'SectorWars 2102 is running.', ...lines, ''].join('\n');
}

/** The same for programs that start us (`SW_READY_JSON=1`): one line they can look for. */
export function readyLine(url: string): string {
  return `SECTORWARS_READY ${JSON.stringify({ url })}`;
}
