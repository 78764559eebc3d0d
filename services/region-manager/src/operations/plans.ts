import type { PlanOf } from '../engine/plan.ts';
import { restartPlan, resumePlan, scalePlan, suspendPlan, upgradePlan } from './change-server.ts';
import { provisionPlan } from './provision.ts';
import { terminatePlan } from './terminate.ts';
import type { Workshop } from './workshop.ts';

/** Every kind of operation with its steps. */
export const createPlans = (workshop: Workshop): PlanOf => {
  const provision = provisionPlan(workshop);
  const scale = scalePlan(workshop);
  const restart = restartPlan(workshop);
  const suspend = suspendPlan(workshop);
  const resume = resumePlan(workshop);
  const upgrade = upgradePlan(workshop);
  return (operation) => {
    switch (operation.kind) {
      case 'provision':
        return provision;
      case 'terminate':
        return terminatePlan(workshop, operation);
      case 'scale':
        return scale;
      case 'restart':
        return restart;
      case 'suspend':
        return suspend;
      case 'resume':
        return resume;
      case 'upgrade':
        return upgrade;
    }
  };
};
