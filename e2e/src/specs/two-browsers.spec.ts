import { beforeAll, describe, it } from 'vitest';
import type { Home } from '../pages/look-around.ts';
import { lookAround } from '../pages/look-around.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame();
let home: Home;
let first: PlayerPage;
let second: PlayerPage;

beforeAll(async () => {
  home = await lookAround(game.stack.origin);
});

/* One story in chapters: each goes on where the one before ended. */
describe('two players', () => {
  it('register, choose callsign and ship, and are docked at home', async () => {
    [first, second] = await Promise.all([game.openPlayer(), game.openPlayer()]);
    await first.register('amber_wake');
    await first.completeWelcome('AmberWake', 'Second Wind');
    await first.waitForText(home.stationName);
    await second.register('quiet_helm');
    await second.completeWelcome('QuietHelm', 'Fair Exchange');
    await second.waitForLive();
  });

  it('see each other come and go', async () => {
    await first.command('undock');
    await first.waitForLine('Undocked.');
    await first.command(`move ${home.neighbour.number}`);
    await first.waitForLine(`Moved to #${home.neighbour.number}`);
    await second.waitForLine(/AmberWake left/);
    await second.command('undock');
    await second.waitForLine('Undocked.');
    await second.command(`move ${home.neighbour.number}`);
    await first.waitForLine('QuietHelm entered the sector.');
    await first.page.getByRole('region', { name: 'Contacts' }).getByText('QuietHelm').waitFor();
  });

  it('talk to each other', async () => {
    await first.command('say Fair winds to you');
    await first.waitForLine('You: Fair winds to you');
    await second.open('Comms');
    await second.waitForText('Fair winds to you');
    await second.command('say And a full hold to you');
    await first.open('Comms');
    await first.waitForText('And a full hold to you');
    await second.open('Cockpit');
  });

  it('trade', async () => {
    await second.command(`move ${home.sectorNumber}`);
    await second.waitForLine(`Moved to #${home.sectorNumber}`);
    await second.command('dock');
    await second.waitForLine(`Docked at ${home.stationName}`);
    await second.open('Markets');
    await second.page.getByRole('button', { name: home.soldName, exact: true }).click();
    const order = second.page.getByRole('complementary', { name: 'Order' });
    await order.getByRole('spinbutton', { name: 'Quantity' }).fill('3');
    await second.page.keyboard.press('Tab');
    await second.commitBasket();
    await second.waitForLine(/Bought 3/);
    await second.page
      .getByRole('img', { name: `3 ${home.sold}` })
      .first()
      .waitFor();
  });

  it('go on where they were after the server was killed and started again', async () => {
    await game.stack.killServer();
    await second.waitForText(/^(asking|reconnecting|offline)/);
    await game.stack.startServer();
    await second.waitForLive();
    await second.command(`buy 2 ${home.sold}`);
    await second.waitForLine(/Bought 2/);
    await second.page.reload();
    await second.waitForLive();
    await second.command('cargo');
    await second.waitForLine(/Hold: 5 /);
  });
});
