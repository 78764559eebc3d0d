/**
 * The content security policies (rule book, platform 4): defined here once, used wherever a server
 * answers and rendered into the gateway's template.
 */
type Directives = Readonly<Record<string, readonly string[]>>;

const render = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

const NONE = ["'none'"];
const SELF = ["'self'"];

/** Answers of the API are data: nothing in them may load, run or be framed. */
export const API_CSP = render({ 'default-src': NONE, 'frame-ancestors': NONE });

/**
 * Both web apps. `'self'` covers same-origin sockets; inline styles are allowed because animation and
 * layout libraries set style attributes.
 */
export const WEB_APP_CSP = render({
  'default-src': SELF,
  'script-src': SELF,
  'style-src': [...SELF, "'unsafe-inline'"],
  'img-src': [...SELF, 'data:', 'blob:'],
  'font-src': SELF,
  'connect-src': SELF,
  'worker-src': [...SELF, 'blob:'],
  'object-src': NONE,
  'frame-ancestors': NONE,
  'base-uri': SELF,
  'form-action': SELF,
});

/** The page with the API documentation. */
export const API_DOCS_CSP = render({
  'default-src': NONE,
  'script-src': SELF,
  'style-src': [...SELF, "'unsafe-inline'"],
  'img-src': [...SELF, 'data:'],
  'connect-src': SELF,
  'frame-ancestors': NONE,
});
