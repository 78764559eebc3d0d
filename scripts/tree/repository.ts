import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout, wherever a script was started from. */
export const REPOSITORY = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
