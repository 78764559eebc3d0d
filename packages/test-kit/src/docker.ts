export { buildImage, contextFiles, type ImageBuild } from './docker/build-image.ts';
export { buildServiceImage, NODE_IMAGE } from './docker/build-service-image.ts';
export { importNodeImage, importTree } from './docker/import-node-image.ts';
export { productionDependencies } from './docker/production-dependencies.ts';
export {
  type DockerEngine,
  type DockerEngineOptions,
  startDockerEngine,
} from './docker/start-docker-engine.ts';
