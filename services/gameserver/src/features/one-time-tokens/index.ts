export {
  consumeOneTimeToken,
  countTokenFailure,
  endOneTimeToken,
  insertOneTimeToken,
  lockOneTimeToken,
  type OneTimeTokenRow,
  voidOneTimeTokens,
} from './one-time-tokens.repository.ts';
