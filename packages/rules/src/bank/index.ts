export * from './auto-debit.ts';
export * from './bank.ts';
export * from './describe.ts';
