import type { ServiceActionView, ServiceView } from '@sw/contracts';
import type { ActionDescriptor } from '@sw/rules';
import { presentAction } from '../../http/present-action.ts';

type Input = ServiceActionView['inputs'][number];

/** What the form of an act has besides what the rules say of it. */
export interface ServiceForm {
  readonly path: string;
  readonly inputs?: readonly Input[];
  readonly price?: ServiceActionView['price'];
  readonly params?: ServiceActionView['params'];
  readonly hasText?: boolean;
}

/** The shape `serviceAction`; its texts are found by the id of the act. */
export const presentServiceAction = (action: ActionDescriptor, form: ServiceForm): ServiceActionView => ({
  ...presentAction(action),
  nameKey: `action.${action.id}`,
  textKey: form.hasText === true ? `action.${action.id}_text` : null,
  params: form.params ?? {},
  path: form.path,
  inputs: [...(form.inputs ?? [])],
  price: form.price ?? null,
});

/** A field for a whole number within the limits of the act. */
export const numberInput = (
  name: string,
  kind: 'credits' | 'quantity',
  limits: ActionDescriptor['limits'],
  value: number | null = null,
): Input => ({
  name,
  kind,
  min: limits?.min ?? 1,
  max: Math.max(limits?.min ?? 1, limits?.max ?? 1),
  step: limits?.step ?? 1,
  value,
  options: [],
});

/** The shape `serviceView`; its texts are found by the id of the service. */
export const presentService = (
  id: string,
  page: Pick<ServiceView, 'facts' | 'actions'> & Partial<Pick<ServiceView, 'params' | 'venue'>>,
): ServiceView => ({
  id,
  nameKey: `service.${id}`,
  textKey: `service.${id}_text`,
  params: page.params ?? {},
  venue: page.venue ?? null,
  facts: page.facts,
  actions: page.actions,
});
