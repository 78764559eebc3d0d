/**
 * What container health checks run instead of curl: `node healthcheck.ts /path` asks the service of this
 * container on its `PORT` and ends with 0 when it answers 200 in time, else with 1. Standard error says why.
 */
const [path = '/health', defaultPort = '8080'] = process.argv.slice(2);
// biome-ignore lint/style/noProcessEnv: a program of its own with one setting
const port = process.env['PORT'] || defaultPort;
const LIMIT_MS = 8_000;

const ask = async (): Promise<string | null> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(LIMIT_MS) });
    await answer.body?.cancel();
    return answer.status === 200 ? null : `${path} answered ${answer.status}`;
  } catch (error) {
    return `${path} did not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const complaint = await ask();
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 1;
}
