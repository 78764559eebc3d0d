/**
 * Lengths the forms name while a person types. The server's schemas are the law; `field-limits.test.ts`
 * keeps these in step, because the sign-in pages are too small to carry the schemas themselves.
 */
export const FIELD_LIMITS = {
  username: { min: 3, max: 20 },
  password: { min: 10, max: 128 },
  email: { max: 254 },
} as const;
