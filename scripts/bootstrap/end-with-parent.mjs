/**
 * Loaded into every process that `bootstrap.mjs` starts. Such a process has a group of its own, so whoever kills the
 * group of npm without a chance to pass that on would leave it behind: when the parent is gone, it ends as if told to.
 */
import { isMainThread } from 'node:worker_threads';

const LOOK_EVERY_MS = 1000;
const parent = process.ppid;

if (isMainThread && process.platform !== 'win32') {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
