/** `npm run db:migrate`: brings the database (of `DATABASE_URL`, else the embedded one) to the newest schema. */
import { checkDatabase, connect, migrate, startEmbeddedPostgres } from '@sw/db';
import { MIGRATIONS_DIR } from '@sw/gameserver';
import { resolveVariable } from '@sw/service-kit';
import { dataFolder } from './standalone/environment.ts';
import type { Lifecycle } from './standalone/lifecycle.ts';
import { runLifecycle } from './standalone/lifecycle.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function databaseUrl(life: Lifecycle): Promise<string> {
  const given = resolveVariable(process.env, 'DATABASE_URL');
  if (given !== undefined) {
    await checkDatabase(given);
    return given;
  }
  const server = await startEmbeddedPostgres({ dataDir: dataFolder(process.env), log: say });
  life.undoLater({ run: () => server.stop(), evenIfForced: true });
  return server.url;
}

await runLifecycle(async (life) => {
  const db = connect(await databaseUrl(life), { max: 2, applicationName: 'sectorwars-migrate' });
  life.undoLater({ run: () => db.close() });
  const applied = await migrate(db, MIGRATIONS_DIR, { onApply: (name) => say(`Applying ${name} …`) });
  say(applied.length === 0 ? 'The schema is up to date.' : `${applied.length} migrations applied.`);
  life.end();
});
