import type { getContractBoard, listMyContracts, ReplyOf } from '@sw/contracts';

export type BoardView = ReplyOf<typeof getContractBoard>;
export type MyContracts = ReplyOf<typeof listMyContracts>;
export type Job = BoardView['items'][number];
export type Allowance = BoardView['jobs'];
