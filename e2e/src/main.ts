/**
 * `npm run test:e2e [-- filter …]`: journeys in a real browser, the crash test and the contract fuzz,
 * each against a real server of its own. Ends with one line of counts.
 */
import { installBrowser } from './browser/install-browser.ts';
import { runVitest } from './run-vitest.ts';
import { makeDataRoot, sweepDataRoot } from './stack/sweep.ts';

await installBrowser();
const root = makeDataRoot();
const { exitCode, passed, failed } = await runVitest(process.argv.slice(2));
await sweepDataRoot(root);
const failures = exitCode !== 0 && failed === 0 ? 1 : failed;
if (failures > 0) process.exitCode = 1;
process.stdout.write(`${passed} passed, ${failures} failed\n`);
