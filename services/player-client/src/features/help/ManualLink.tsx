import type { ReactElement } from 'react';
import type { NavLinkProps } from 'react-router';
import { NavLink, useLocation } from 'react-router';
import type { Topic } from './manual-topics.ts';

export const pathOfTopic = (topic: Topic | 'all'): string => (topic === 'start' ? '/help' : `/help/${topic}`);

export interface ManualLinkProps extends Omit<NavLinkProps, 'to' | 'end' | 'state'> {
  readonly topic: Topic | 'all';
}

/** A link inside the manual; it keeps in mind where the reader came from. */
export function ManualLink({ topic, ...rest }: ManualLinkProps): ReactElement {
  const { state } = useLocation();
  return <NavLink {...rest} to={pathOfTopic(topic)} end state={state} />;
}
