import { join } from 'node:path';
import type Docker from 'dockerode';
import { buildImage } from './build-image.ts';
import { importNodeImage, importTree } from './import-node-image.ts';
import { productionDependencies } from './production-dependencies.ts';

const REPOSITORY = join(import.meta.dirname, '../../../..');
/** What images of services are built on in tests. */
export const NODE_IMAGE = 'sw-test/node:24';

export interface ServiceImageOptions {
  /** Workspace whose packages it loads at run time, where that is not the service itself. */
  readonly dependenciesOf?: string;
  /** Further build arguments. */
  readonly args?: Readonly<Record<string, string>>;
}

/**
 * Builds the image of a service by its own Dockerfile without any network: Node and the packages of npm come
 * from this machine instead of the published images. Answers its tag.
 *
 * @param service its folder below `services/`
 */
export const buildServiceImage = async (
  docker: Docker,
  service: string,
  options: ServiceImageOptions = {},
): Promise<string> => {
  const dependencies = `sw-test/${service}-dependencies:latest`;
  const tag = `sw-test/${service}:latest`;
  const images = await docker.listImages({ filters: { reference: [NODE_IMAGE] } });
  if (images.length === 0) await importNodeImage(docker, NODE_IMAGE);
  await importTree(docker, {
    tag: dependencies,
    root: REPOSITORY,
    paths: productionDependencies(REPOSITORY, options.dependenciesOf ?? `services/${service}`),
    below: 'app',
  });
  await buildImage(docker, {
    tag,
    root: REPOSITORY,
    dockerfile: `services/${service}/Dockerfile`,
    args: { NODE_IMAGE, DEPENDENCIES: dependencies, ...options.args },
  });
  return tag;
};
