import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../tree/source-files.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';

const ENDINGS = ['.ts', '.tsx', '.mjs', '.css', '.sql', '.sh', '.conf', '.template', '.yml', '.yaml'];

/** Spelled in two halves, so that this file does not catch itself. */
const MARKS = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

/** Notes to self that were left in the code: an open matter belongs into the tracker, with a test. */
export const leftovers = (root: string): readonly Finding[] =>
  sourceFiles(root, ENDINGS).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const mark = MARKS.exec(line)?.[0];
        return mark === undefined
          ? []
          : [{ rule: 'leftover', file: `${file}:${index + 1}`, message: `finish what ${mark} announces` }];
      }),
  );

export const leftoversNet = (root: string): Net => ({
  name: 'leftovers',
  run: () => reportFindings(leftovers(root)),
});
