import type { ErrorCode, Problem } from '@sw/contracts';
import { isErrorCode, problem as problemSchema } from '@sw/contracts';

/** A refusal the server answered with. Switch on `code`; `problem` carries the members of that code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode | 'unknown';
  readonly status: number;
  readonly problem: Problem;
  /** Seconds to wait before asking again, when the server named them. */
  readonly retryAfterS: number | null;

  constructor(problem: Problem, retryAfterS: number | null) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.code = isErrorCode(problem.code) ? problem.code : 'unknown';
    this.status = problem.status;
    this.problem = problem;
    this.retryAfterS = retryAfterS;
  }
}

/** No answer arrived: the server cannot be reached, or the connection broke or took too long. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** An answer arrived that does not fit the contract: client and server are of different builds. */
export class UnexpectedReply extends Error {
  override readonly name = 'UnexpectedReply';
}

const retryAfterOf = (header: string | null, problem: Problem): number | null => {
  const fromHeader = header === null ? Number.NaN : Number(header);
  if (Number.isFinite(fromHeader) && fromHeader >= 0) return Math.ceil(fromHeader);
  return problem.retryAfterS ?? null;
};

/** Turns any refusing response into an `ApiProblem`; a body that is no problem document gives `unknown`. */
export const toApiProblem = (response: Response, body: unknown): ApiProblem => {
  const parsed = problemSchema.safeParse(body);
  const problem = parsed.success
    ? parsed.data
    : {
        type: 'about:blank',
        title: response.statusText,
        status: response.status,
        detail: 'The server gave an answer without a reason.',
        instance: '',
        code: 'unknown',
        requestId: response.headers.get('x-request-id') ?? '',
      };
  return new ApiProblem(problem, retryAfterOf(response.headers.get('retry-after'), problem));
};

/** True for a refusal with one of the given codes. */
export const isProblem = (error: unknown, ...codes: ErrorCode[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.some((code) => code === error.code));
