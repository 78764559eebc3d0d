import {
  API_CSP,
  AppError,
  PROBLEM_CONTENT_TYPE,
  presentProblem,
  securityHeaders,
  WEB_APP_CSP,
} from '@sw/service-kit';

type Code = ConstructorParameters<typeof AppError>[0];

/** What the gateway answers by itself: the status nginx found, and the registered code that stands for it. */
const PROBLEMS = [
  { name: 'forbidden', on: [403], code: 'forbidden' },
  { name: 'not_found', on: [404], code: 'not_found' },
  { name: 'too_large', on: [413], code: 'too_large' },
  { name: 'rate_limited', on: [429], code: 'rate_limited', retryAfterS: 1 },
  { name: 'unavailable', on: [500, 502, 503, 504], code: 'dependency_unavailable', retryAfterS: 2 },
] as const;

const REGION = { name: 'region_unavailable', code: 'region_unavailable', retryAfterS: 5 } as const;

const HEADER =
  '# Made by `node services/nginx-gateway/src/main.ts`; a test compares it with what it is made of.\n';

/** Files of nginx that repeat what is defined elsewhere, by their names: headers, policies, problems. */
export const generatedConf = (): Readonly<Record<string, string>> => ({
  'security-headers.conf': HEADER + headerLines(),
  'policies.conf': `${HEADER}map $host $api_policy { default ${quoted(API_CSP)}; }
map $host $web_app_policy { default ${quoted(WEB_APP_CSP)}; }
`,
  'problems.conf':
    HEADER +
    [
      ...PROBLEMS.map(({ name, on, code }) => `error_page ${on.join(' ')} =${statusOf(code)} @${name};`),
      ...[...PROBLEMS, REGION].map(problemLocation),
    ].join('\n'),
});

const statusOf = (code: Code): number => new AppError(code).status;

/** The policy is a variable because the API has another one than the pages. */
const headerLines = (): string =>
  Object.entries({
    ...securityHeaders({ surface: 'web', path: '/', isHttps: true }),
    'content-security-policy': '$gateway_policy',
    'strict-transport-security': '$gateway_hsts',
    'x-request-id': '$gateway_request_id',
  })
    .map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`)
    .join('');

const problemLocation = (problem: {
  readonly name: string;
  readonly code: Code;
  readonly retryAfterS?: number;
}): string => {
  const { retryAfterS } = problem;
  const error = new AppError(problem.code, {}, retryAfterS === undefined ? {} : { retryAfterS });
  const body = presentProblem(error, {
    path: '$problem_instance',
    requestId: '$gateway_request_id',
  });
  const retryAfter =
    retryAfterS === undefined
      ? ''
      : `\n  include generated/security-headers.conf;\n  add_header retry-after ${retryAfterS} always;`;
  return `location @${problem.name} {
  internal;
  default_type ${PROBLEM_CONTENT_TYPE};${retryAfter}
  return ${body.status} ${quoted(JSON.stringify(body))};
}
`;
};

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
