export { FIELD_LIMITS } from './field-limits.ts';
export { hasPlayedHere, rememberPlayedHere } from './played-here.ts';
