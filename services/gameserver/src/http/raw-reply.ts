/** A body that is already text or bytes: a stored answer, a cached chart. Sent as it is. */
export class RawReply {
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | undefined;

  constructor(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status?: number) {
    this.body = body;
    this.headers = headers;
    this.status = status;
  }
}
