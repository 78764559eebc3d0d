/** `node e2e/src/lab/measure-galaxy.ts 5000`: opens the lab of the map and prints what it found as one line of JSON. */
import { launchBrowser } from '../browser/launch-browser.ts';
import { readFindings } from './read-findings.ts';
import { serveLab } from './serve-lab.ts';

const FRAMES = 40;
const sectors = Number(process.argv[2] ?? '5000');
const [lab, browser] = await Promise.all([serveLab(), launchBrowser({ webGl: true })]);
try {
  process.stdout.write(`${JSON.stringify(await readFindings(browser, lab.galaxyOf(sectors, FRAMES)))}\n`);
} finally {
  await browser.close();
  lab.dispose();
}
