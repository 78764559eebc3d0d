/** A refusal of the fake server. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, members: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.members = members;
  }
}
