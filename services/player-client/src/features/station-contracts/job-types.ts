import type { getContractBoard, ReplyOf } from '@sw/contracts';

export type BoardView = ReplyOf<typeof getContractBoard>;
export type Job = BoardView['items'][number];
export type Allowance = BoardView['jobs'];
