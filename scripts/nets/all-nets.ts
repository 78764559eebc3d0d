import { boundariesNet } from './boundaries.ts';
import { dependencyListNet } from './dependency-list.ts';
import { documentsNet } from './documents.ts';
import { leftoversNet } from './leftovers.ts';
import type { Net } from './net.ts';
import { rawColoursNet } from './raw-colours.ts';
import { biomeNet, knipNet, typeNets } from './tool-nets.ts';

/** Every net over one checkout; quick ones first. */
export const allNets = (root: string): readonly Net[] => [
  biomeNet(root),
  boundariesNet(root),
  rawColoursNet(root),
  leftoversNet(root),
  dependencyListNet(root),
  documentsNet(root),
  ...typeNets(root),
  knipNet(root),
];
