import type { EndpointDeclaration } from '@sw/contracts';
import { ERRORS, isErrorCode, problem } from '@sw/contracts';

export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

/** Codes that say the server cannot serve now, which it may always say. */
const OUTAGES: ReadonlySet<string> = new Set([
  'dependency_unavailable',
  'busy',
  'maintenance',
  'galaxy_not_ready',
]);

const TELLTALES = [
  /\bat .+:\d+:\d+/,
  /node_modules/,
  /postgres(?:ql)?:\/\//,
  /\b(?:SELECT|INSERT|UPDATE) .+ (?:FROM|INTO|SET) /,
];

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const judgeRefusal = (declaration: EndpointDeclaration, answer: Answer): string | null => {
  if (!answer.contentType?.startsWith('application/problem+json'))
    return `content type ${answer.contentType}`;
  const body = problem.safeParse(parse(answer.text));
  if (!body.success) return `not a problem document: ${body.error.message}`;
  const { code, status, requestId } = body.data;
  if (!isErrorCode(code)) return `code ${code} is not registered`;
  if (ERRORS[code].status !== answer.status || status !== answer.status)
    return `${code} with status ${answer.status}`;
  if (requestId === '') return 'no request id';
  if (answer.status < 500) return null;
  const declared: readonly string[] = declaration.errors;
  return answer.status === 503 && (OUTAGES.has(code) || declared.includes(code))
    ? null
    : `server failure ${code}`;
};

const judgeSuccess = (declaration: EndpointDeclaration, answer: Answer): string | null => {
  if (answer.status === 304) return declaration.etag === true ? null : '304 from an endpoint without ETag';
  if (answer.status !== declaration.status) return `status ${answer.status} instead of ${declaration.status}`;
  if (declaration.reply === undefined) return answer.text === '' ? null : 'a body where none is declared';
  const decoded = declaration.reply.safeDecode(parse(answer.text));
  return decoded.success ? null : `reply outside the contract: ${decoded.error.message}`;
};

/** What is wrong with an answer, or null: the one promise every endpoint makes whatever it is sent. */
export const judge = (declaration: EndpointDeclaration, answer: Answer): string | null => {
  const telltale = TELLTALES.find((pattern) => pattern.test(answer.text));
  if (telltale !== undefined) return `the answer shows the inside of the server: ${telltale.source}`;
  if (answer.status >= 400) return judgeRefusal(declaration, answer);
  return answer.status >= 200 && answer.status < 305
    ? judgeSuccess(declaration, answer)
    : `status ${answer.status}`;
};
