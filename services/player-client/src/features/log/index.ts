export { MomentCell } from './MomentCell.tsx';
export { useReasonWords } from './use-reason-words.ts';
