export { completionContext } from './command-scope.ts';
export { complete } from './complete.ts';
export { hintKeyOf } from './hint.ts';
export { runTyped } from './run-typed.ts';
