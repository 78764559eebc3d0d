import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../tree/source-files.ts';

/** A workspace (`packages/rules`, `services/gameserver`, `e2e`, …) or the `scripts` folder. */
export interface Unit {
  /** Last part of the folder: `rules`, `gameserver`, `scripts`. */
  readonly name: string;
  readonly folder: string;
  /** `@sw/rules`; empty for a folder without a manifest. */
  readonly packageName: string;
  /** Door (`.`, `./errors`) → file of the repository. */
  readonly doors: ReadonlyMap<string, string>;
  readonly isService: boolean;
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
}

/** All units below a root, found by their manifests. */
export const findUnits = (root: string): readonly Unit[] => [
  ...sourceFiles(root, ['package.json'])
    .filter((path) =>
      /^(?:packages|services)\/[^/]+\/package\.json$|^(?:e2e|bench)\/package\.json$/.test(path),
    )
    .map((path) => unitOf(root, path.slice(0, -'/package.json'.length))),
  { name: 'scripts', folder: 'scripts', packageName: '', doors: new Map(), isService: false },
];

const unitOf = (root: string, folder: string): Unit => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const doors = Object.entries(manifest.exports ?? {}).map(
    ([door, file]) => [door, `${folder}/${file.replace(/^\.\//, '')}`] as const,
  );
  return {
    name: folder.split('/').at(-1) ?? folder,
    folder,
    packageName: manifest.name,
    doors: new Map(doors),
    isService: folder.startsWith('services/'),
  };
};

/** The unit a file belongs to, if any. */
export const unitOfFile = (units: readonly Unit[], file: string): Unit | undefined =>
  units.find((unit) => file.startsWith(`${unit.folder}/`));
