export {
  countTokenFailure,
  endOneTimeToken,
  insertOneTimeToken,
  lockOneTimeToken,
} from './one-time-tokens.repository.ts';
