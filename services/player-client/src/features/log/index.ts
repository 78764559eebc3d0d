export { MomentCell } from './MomentCell.tsx';
