/**
 * Content security policy of the web app. No page of it may send anything anywhere; only the service worker loads
 * the app's own files, under the policy of its own file.
 */
export const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types recollect-worker recollect-app dompurify',
].join('; ');
