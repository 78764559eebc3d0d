/** Writes the files that are made of definitions elsewhere: `node services/nginx-gateway/src/main.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedConf } from './generated-conf.ts';

for (const [name, text] of Object.entries(generatedConf())) {
  writeFileSync(join(import.meta.dirname, '../conf/generated', name), text);
}
