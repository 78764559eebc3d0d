import { useNavigate } from 'react-router';
import { useCommands } from '../app/commands.ts';

/** Leaves a station from one of its screens; where that worked, the cockpit opens. */
export function useUndock(stationId: string): () => void {
  const { navigation } = useCommands();
  const navigate = useNavigate();
  return () => {
    void navigation.undock(stationId).then((outcome) => {
      if (outcome?.ok === true) void navigate('/game');
    });
  };
}
