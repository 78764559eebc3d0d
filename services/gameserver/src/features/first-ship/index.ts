export { type ChainRow, findChain, insertChain } from './chain.repository.ts';
export { advanceChain, type ChainAdvance, presentChain, skipChain } from './chain.service.ts';
