export {
  AppError,
  type AppErrorOptions,
  type ErrorMembers,
  type FieldError,
  isAppError,
} from './app-error.ts';
export { canonicalOrigin, publicUrl } from './canonical-origin.ts';
export {
  type ClientHttps,
  type ClientIp,
  createClientHttps,
  createClientIp,
  DEFAULT_TRUSTED_PROXIES,
  type ForwardedHeaders,
} from './client-ip.ts';
export { readConfig } from './config.ts';
export { API_CSP, API_DOCS_CSP, WEB_APP_CSP } from './content-security-policy.ts';
export { readPrivateKey, readPublicKey } from './ed25519-key.ts';
export { booleanValue, integerValue, listValue, portValue } from './env-values.ts';
export {
  assertLoopbackInDevelopment,
  defaultHost,
  ENVIRONMENTS,
  type EnvironmentName,
  environmentValue,
  isLoopbackHost,
} from './environment.ts';
export { toAppError } from './error-mapping.ts';
export { createHealth, type Health, type Readiness, type ReadinessCheck } from './health.ts';
export { registerHealthRoutes } from './health-routes.ts';
export { registerHttpMetrics } from './http-metrics.ts';
export { LOG_LEVELS, type LogLevel, logLevelValue } from './log-level.ts';
export { createLogger, createSilentLogger, type Logger, type LoggerOptions } from './logger.ts';
export { createMetrics, HTTP_BUCKETS_S, type Metrics } from './metrics.ts';
export { type MetricsServer, type MetricsServerOptions, startMetricsServer } from './metrics-server.ts';
export { createOriginAllowList, type OriginAllowList, type OriginSettings } from './origin-allow-list.ts';
export { PROBLEM_CONTENT_TYPE, type Problem, presentProblem } from './problem.ts';
export { REDACTED, redactLine } from './redaction.ts';
export { isUuid, requestIdFrom } from './request-id.ts';
export { type Environment, type ReadText, resolveVariable } from './secret-files.ts';
export { type Headers, type Surface, securityHeaders } from './security-headers.ts';
export { DEFAULT_METRICS_PORT, DEFAULT_PORT, resolveHost, serviceSettings } from './service-settings.ts';
export {
  createServiceSigner,
  createServiceVerifier,
  type ServiceAudience,
  type ServiceClaims,
  type ServiceIssuer,
  type ServiceSigner,
  type VerifyServiceToken,
} from './service-token.ts';
export {
  createShutdown,
  SHUTDOWN_STAGES,
  type Shutdown,
  type ShutdownHook,
  type ShutdownStage,
} from './shutdown.ts';
export { StartupError } from './startup-error.ts';
export { type SignalSource, stopOnSignals } from './stop-signals.ts';
export { TimeLimitError, withTimeLimit } from './time-limit.ts';
export { createUuidV7, type FillRandom } from './uuidv7.ts';
export { toWireValue } from './wire-value.ts';
