import { useNavigate } from 'react-router';
import type { KeyHandlers } from '../../keyboard/keyboard-store.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { useUndock } from '../../stations/use-undock.ts';
import type { ServicesModel } from './use-services.ts';

/** The single keys of the counters: a number opens one, Esc leaves it, then the station. */
export function useServicesKeys(model: ServicesModel): void {
  const navigate = useNavigate();
  const { list, stationId, venue, isDocked } = model;
  const undock = useUndock(stationId);
  const at = `/game/station/${stationId}`;
  const handlers: KeyHandlers = {
    market: () => void navigate(at),
    back: () => void navigate(venue === 'services' ? at : `${at}/services`),
  };
  if (isDocked) {
    handlers.services = () => void navigate(`${at}/services`);
    handlers.jobs = () => void navigate(`${at}/jobs`);
    handlers.undock = undock;
  }
  for (const [index, service] of list.slice(0, 9).entries())
    handlers[`row.${index + 1}`] = () => void navigate(`${at}/${service.venue ?? service.id}`);
  useKeyLayer('docked', handlers);
}
