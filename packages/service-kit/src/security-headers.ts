import { API_CSP, API_DOCS_CSP, WEB_APP_CSP } from './content-security-policy.ts';

export type Headers = Readonly<Record<string, string>>;

const FEATURES = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

const COMMON: Headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-xss-protection': '0',
};

const HSTS: Headers = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
const UNCACHED: Headers = { 'cache-control': 'no-store' };

/** Answers under these paths hold personal or privileged data and must not be kept by anybody. */
const PRIVATE_PATH = /^(?:\/api\/v1)?(?:\/regions\/[^/]+)?\/(?:auth|admin|billing)(?:[/?]|$)/;

/** What is served: the API, the documentation page of the API, or files of a web app. */
export type Surface = 'api' | 'docs' | 'web';

const CSP: Readonly<Record<Surface, string>> = { api: API_CSP, docs: API_DOCS_CSP, web: WEB_APP_CSP };

/**
 * Security headers of one answer (rule book, platform 4), names in lower case. HSTS only where the
 * client came over https, because on http it would be a promise nobody asked for.
 */
export const securityHeaders = (answer: {
  readonly surface: Surface;
  readonly path: string;
  readonly isHttps: boolean;
}): Headers => ({
  'content-security-policy': CSP[answer.surface],
  ...COMMON,
  ...(answer.isHttps ? HSTS : {}),
  ...(answer.surface === 'api' && PRIVATE_PATH.test(answer.path) ? UNCACHED : {}),
});
