import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Writes files (path → text) into a new folder, hands its path over and removes it afterwards. For
 * tests that show a tool a tree with a deliberate fault.
 */
export const withTemporaryTree = async <T>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => Promise<T> | T,
): Promise<T> => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sw-tree-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
