import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { tinykeys } from 'tinykeys';
import { useCommands } from '../app/commands.ts';
import { useGame } from '../app/game-context.ts';
import { changeSettings, useSettings } from '../app/use-settings.ts';
import { handleKeyDown, keyboardStore } from '../keyboard/keyboard-store.ts';
import { useKeyLayer } from '../keyboard/use-key-layer.ts';
import { cycleRegion } from './cycle-region.ts';
import { helpPathOf } from './help-topic.ts';
import { useOverlayStore } from './overlay-store.ts';
import { pathOf } from './screens.ts';

/** The keys that work on every screen, and the listeners all other keys need. */
export function useGlobalKeys(stationId: string | null, singleKeys: boolean): void {
  const services = useGame();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { show, focusCommand } = useOverlayStore.getState();
  const commands = useCommands();
  const { keyHints } = useSettings();
  const go = (path: string) => () => void navigate(path);

  useKeyLayer('global', {
    display: () => void commands.navigation.display(),
    computer: go('/game/markets'),
    ship: go('/game/ships'),
    comms: go('/game/comms'),
    back: () => {
      if (pathname !== '/game') void navigate('/game');
    },
    keys: () => show('keys'),
    command: () => focusCommand(),
    move: () => focusCommand('move '),
    'go.cockpit': go('/game'),
    'go.map': go('/game/map'),
    'go.market': go(pathOf('market', stationId)),
    'go.jobs': go('/game/jobs'),
    'go.ship': go('/game/ships'),
    'go.comms': go('/game/comms'),
    'go.log': go('/game/log'),
    'go.settings': go('/game/settings'),
    'go.help': () => void navigate(helpPathOf(pathname), { state: { from: pathname } }),
  });

  useEffect(() => keyboardStore.setState({ singleKeys }), [singleKeys]);

  useEffect(() => {
    document.addEventListener('keydown', handleKeyDown);
    const stop = tinykeys(window, {
      '$mod+KeyK': (event) => {
        event.preventDefault();
        show('palette');
      },
      'Alt+KeyH': (event) => {
        event.preventDefault();
        void changeSettings(services, { keyHints: !keyHints });
      },
      ['F6']: (event) => cycleRegion(event, 1),
      'Shift+F6': (event) => cycleRegion(event, -1),
    });
    return () => {
      document.removeEventListener('keydown', handleKeyDown);
      stop();
    };
  }, [show, services, keyHints]);
}
