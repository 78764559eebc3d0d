import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { expectTypeOf, it } from 'vitest';
import { createApi } from './create-api.ts';

/* Checked by the compiler: vitest only proves that the file is part of the run. */

const api = createApi(PLAYER_ENDPOINTS, { baseUrl: '' });
type Args<Name extends keyof typeof api> = Parameters<(typeof api)[Name]>[0];
type Reply<Name extends keyof typeof api> = Awaited<ReturnType<(typeof api)[Name]>>;

it('asks for what an endpoint needs and nothing else', () => {
  expectTypeOf<{ body: { to: number; maxToll: bigint } }>().toExtend<Args<'move'>>();
  expectTypeOf<{ body: Record<never, never> }>().not.toExtend<Args<'move'>>();
  expectTypeOf<undefined>().toExtend<Args<'getPlayerState'>>();
  expectTypeOf<undefined>().not.toExtend<Args<'getSector'>>();
  expectTypeOf<{ params: { id: number } }>().toExtend<Args<'getSector'>>();
});

it('lets a caller leave out what has a default', () => {
  expectTypeOf<{ body: { to: number } }>().toExtend<Args<'plot'>>();
  expectTypeOf<{ params: { id: string } }>().toExtend<Args<'dock'>>();
  expectTypeOf<undefined>().toExtend<Args<'listTrades'>>();
});

it('gives decoded replies', () => {
  expectTypeOf<Reply<'move'>['toll']>().toEqualTypeOf<bigint>();
  expectTypeOf<Reply<'logoutAll'>>().toEqualTypeOf<undefined>();
});
