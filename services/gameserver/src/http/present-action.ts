import type { ActionDescriptorView } from '@sw/contracts';
import type { ActionDescriptor } from '@sw/rules';

const MOMENTS = new Set(['until', 'availableAt']);

/** The shape `actionDescriptor` of the contracts: amounts as numbers, moments as RFC 3339. */
export const presentAction = (action: ActionDescriptor): ActionDescriptorView => ({
  id: action.id,
  enabled: action.enabled,
  reason: action.reason,
  reasonParams: Object.fromEntries(
    Object.entries(action.reasonParams).flatMap(([key, value]) => {
      if (typeof value === 'bigint') return [[key, Number(value)]];
      if (MOMENTS.has(key) && typeof value === 'number') return [[key, new Date(value).toISOString()]];
      const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
      return isPlain ? [[key, value as string | number | boolean | null]] : [];
    }),
  ),
  cost: action.cost,
  limits: action.limits,
  confirm: action.confirm,
});
