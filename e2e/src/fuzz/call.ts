/** Who makes a call. `open` has not finished the first login. */
export type Persona = 'anonymous' | 'player' | 'other' | 'open' | 'admin';

/** One request as plain data, so that a failure can be read and repeated. */
export interface Call {
  /** Name of the endpoint in the contracts. */
  readonly endpoint: string;
  readonly method: string;
  /** Path and query below the API base, as they stand on the wire. */
  readonly target: string;
  readonly persona: Persona;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The call as a line for a failed test; a long body is cut. */
export const describeCall = (call: Call): string => {
  const body = call.body === undefined ? '' : ` ${call.body.slice(0, 400)}`;
  return `${call.persona} ${call.method} ${call.target}${body} ${JSON.stringify(call.headers)}`;
};
