import { expect, it } from 'vitest';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame({ webGl: true });

/* A small window: the processor has to draw every point of it. */
it('the sector is drawn in 3D, without an error of the page', async () => {
  const player = await game.openPlayer({ viewport: { width: 800, height: 600 } });
  const { page } = player;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await player.register('opal_zenith');
  await player.completeWelcome('OpalZenith', 'Thin Air');
  const canvas = page.getByRole('region', { name: 'Sector view' }).locator('canvas');
  await canvas.waitFor({ timeout: 60_000 });
  const picture = await canvas.screenshot({ timeout: 60_000 });
  expect(picture.byteLength, 'bytes of a picture that is not one colour').toBeGreaterThan(10_000);
  expect(errors).toEqual([]);
});
