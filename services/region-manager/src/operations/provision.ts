import { regionNameFault } from '@sw/contracts/region-manager';
import type { OneShot } from '../drivers/driver.ts';
import { StepFailure } from '../engine/failure.ts';
import type { Plan, Step, StepContext } from '../engine/plan.ts';
import { addEvent } from '../store/journal.repository.ts';
import { resourcesOf } from '../store/region-row.ts';
import { findAllocation, forgetSecrets, patchRegion, storeCertificate } from '../store/regions.repository.ts';
import { capacityFault } from './capacity.ts';
import { publicKeyOf } from './region-secrets.ts';
import { readyStep, startStep } from './server-steps.ts';
import type { Workshop } from './workshop.ts';

/**
 * Makes a regional server (rule book, platform 9.4). Players notice the last step alone: until the hub has attached
 * the region, nothing of it can be seen, and whatever was made is taken away again when a step fails for good.
 */
export const provisionPlan = (workshop: Workshop): Plan => ({
  steps: [
    validateStep(workshop),
    registerStep(workshop),
    roleStep(workshop),
    databaseStep(workshop),
    redisStep(workshop),
    prepareStep(workshop),
    oneShotStep(workshop, 'migrate'),
    oneShotStep(workshop, 'generate'),
    startStep(workshop, { isNew: true }),
    readyStep(workshop),
    smokeStep(workshop),
    attachStep(workshop),
  ],
  whenDone: () => ({ state: 'active', provisionedAt: new Date(workshop.deps.clock()), failCount: 0 }),
  whenFailed: () => ({ state: 'failed', endpoint: null }),
});

/** Name, owner, quota and room. The hub is asked, because it alone knows owners and seeds. */
const validateStep = ({ deps }: Workshop): Step => ({
  name: 'validate',
  run: async ({ region, signal }) => {
    if (regionNameFault(region.name) !== null) {
      throw new StepFailure('name_not_allowed', 'No region may have this name.');
    }
    const certificate = await deps.hub.certificate(region.name, signal);
    if (certificate.name !== region.name || certificate.sectorCount !== region.totalSectors) {
      throw new StepFailure('hub_refused', 'The hub has other plans for this region than were asked for.');
    }
    if (!certificate.entitled || certificate.ownerUserId !== region.ownerUserId) {
      throw new StepFailure('not_entitled', 'The owner may not have this region.');
    }
    const [others] = await findAllocation(deps.db.sql, {
      except: region.name,
      ownerUserId: region.ownerUserId,
    });
    const fault = others === undefined ? null : capacityFault(deps.config, others, resourcesOf(region));
    if (fault !== null) throw new StepFailure(fault, 'There is no room for this region.');
    await deps.db.write((sql) => [storeCertificate(sql, region.name, certificate)]);
  },
});

/** The row was made with the request, so that its name and room were taken at once; here its work begins. */
const registerStep = ({ deps }: Workshop): Step => ({
  name: 'register',
  run: async ({ region }) => {
    const { driver } = deps.config;
    await deps.db.write((sql) => [
      patchRegion(sql, region.name, {
        state: 'provisioning',
        imageDigest: driver.kind === 'process' ? null : driver.digest,
      }),
    ]);
  },
  undo: async ({ region }) => {
    await deps.db.write((sql) => [
      patchRegion(sql, region.name, { state: 'failed', endpoint: null }),
      forgetSecrets(sql, region.name),
    ]);
  },
});

const roleStep = ({ deps, secrets }: Workshop): Step => ({
  name: 'role',
  run: async ({ region }) => deps.databases.ensureRole(region.name, await secrets.databasePassword(region)),
  undo: ({ region }) => deps.databases.dropRole(region.name),
});

const databaseStep = ({ deps }: Workshop): Step => ({
  name: 'database',
  run: ({ region }) => deps.databases.ensureDatabase(region.name),
  undo: ({ region }) => deps.databases.dropDatabase(region.name),
});

const redisStep = ({ deps, secrets }: Workshop): Step => ({
  name: 'redis',
  run: async ({ region }) => deps.redis?.ensureUser(region.name, await secrets.redisPassword(region)),
  undo: async ({ region }) => deps.redis?.drop(region.name),
});

/** Port or network, volume and secrets. Undone, everything of the driver is gone, the server too. */
const prepareStep = ({ deps, specOf }: Workshop): Step => ({
  name: 'prepare',
  run: async ({ region }) => deps.driver.prepare(await specOf(region)),
  undo: ({ region }) => deps.driver.remove(region.name, { keepData: false }),
});

/** Programs that run once and end; what they made goes with the database. */
export const oneShotStep = ({ deps, specOf }: Workshop, command: OneShot): Step => ({
  name: command,
  run: async ({ region, signal }) => {
    const { exitCode, output } = await deps.driver.runOnce(await specOf(region), command, signal);
    signal.throwIfAborted();
    if (exitCode === 0) {
      await deps.db.write((sql) => [
        addEvent(sql, region.name, `${command}.done`, { report: lastLine(output) }),
      ]);
      return;
    }
    deps.logger.warn({ region: region.name, command, exitCode, output }, 'program.failed');
    const isDiskFull = /\bENOSPC\b|No space left on device|53100/i.test(output);
    throw new StepFailure(
      isDiskFull ? 'disk_full' : 'program_failed',
      isDiskFull ? 'There is no room left on a disk.' : `${command} ended with ${exitCode}.`,
      { isTransient: !isDiskFull },
    );
  },
});

const lastLine = (text: string): string => (text.trimEnd().split('\n').at(-1) ?? '').slice(0, 300);

/** The world is whole and the server answers for it. */
const smokeStep = (workshop: Workshop): Step => ({
  name: 'smoke',
  run: async (context) => {
    const { region } = context;
    const world = await inspect(workshop, context);
    if (world.sectors !== region.totalSectors || world.gatewaySectorNumber === null) {
      throw new StepFailure('smoke_test_failed', `The world has ${world.sectors} sectors, or no gateway.`);
    }
    const health = await workshop.probe.status(region.name, '/api/v1/status/health');
    if (health !== 200) {
      throw new StepFailure('smoke_test_failed', `The health check answered ${health ?? 'nothing'}.`, {
        isTransient: true,
      });
    }
  },
});

const attachStep = (workshop: Workshop): Step => ({
  name: 'attach',
  run: async (context) => {
    const { region, signal } = context;
    const { deps, secrets } = workshop;
    const world = await inspect(workshop, context);
    const endpoint = await deps.driver.endpoint(region.name);
    await deps.hub.attach(
      region.name,
      {
        endpoint,
        gatewaySectorNumber: world.gatewaySectorNumber ?? 0,
        sectors: world.sectors,
        servicePublicKey: publicKeyOf(await secrets.serviceKey(region)),
        ...(region.imageDigest === null ? {} : { instanceVersion: region.imageDigest }),
      },
      signal,
    );
    await deps.db.write((sql) => [patchRegion(sql, region.name, { endpoint })]);
  },
  undo: ({ region, signal }) => workshop.deps.hub.detach(region.name, signal),
});

const inspect = async ({ deps, secrets }: Workshop, { region }: StepContext) =>
  deps.databases.inspectWorld(region.name, await secrets.databasePassword(region));
