import { ibanLength, isLuhn } from './checksums.ts';
import type { SecretKind } from './secret-kind.ts';

/** One shape of secret. `hint` is a cheap test: a text without it is never given to `pattern`. */
export type SecretPattern = {
  readonly kind: SecretKind;
  readonly hint: RegExp;
  /** Global. The last occurrence of the group named `secret` is masked, or the whole match without one. No look-behind: a checker could not prove it. */
  readonly pattern: RegExp;
  /** Length of the match's head that is a secret; 0 says it is none. Absent: the match is one. */
  readonly accept?: (match: string) => number;
  /** Set where capitals do not matter: `pattern` is written in small letters. */
  readonly anyCase?: true;
  /** What a next line consists of when the secret was wrapped over lines. Absent: it is not looked for there. */
  readonly wraps?: RegExp;
};

const distinct = (text: string): number => new Set(text).size;

/** Placeholders of documentation (`YOUR_KEY_HERE`, `xxxxxxxx`, `example`) are ordinary words. */
const isPlaceholder = (value: string): boolean =>
  distinct(value) < 6 ||
  /^[<[{$%]|x{4}|\*{3}|\.{3}|your|example|sample|dummy|placeholder|changeme|secret:|password|redacted|process\.|os\.|env\b/i.test(
    value,
  );

const real = (value: string): number => (isPlaceholder(value) ? 0 : value.length);

/** A generated value: long, with letters and digits, and not a word or a path. */
const random = (value: string): number =>
  !isPlaceholder(value) && /\d/.test(value) && /[a-z]/i.test(value) && distinct(value) >= 8
    ? value.length
    : 0;

/** First digits of the card networks (Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay). */
const CARD_PREFIX = /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|4[4-9]|5|2)|3(?:0[0-5]|[68])|35)/;

const card = (match: string): number => {
  const digits = match.replace(/[ -]/g, '');
  if (digits.length < 13 || digits.length > 19 || !CARD_PREFIX.test(digits)) return 0;
  if (distinct(digits) < 4 || !isLuhn(digits)) return 0;
  // Bare runs of other lengths are far more often ids and timestamps than cards.
  if (match.length === digits.length && digits.length !== 16 && digits.length !== 15) return 0;
  return match.length;
};

const iban = (match: string): number => {
  const length = ibanLength(match.replace(/[ -]/g, '').toUpperCase());
  if (length === 0) return 0;
  let seen = 0;
  for (let i = 0; i < match.length; i++) {
    if (match[i] !== ' ' && match[i] !== '-') seen++;
    if (seen === length) return i + 1;
  }
  return 0;
};

/** A key of an issuer: its beginning, the characters of the rest, and how long the whole has to be. */
const issued = (
  kind: SecretKind,
  hint: RegExp,
  start: string,
  characters: string,
  least: number,
  most = 4_000,
): SecretPattern => ({
  kind,
  hint,
  pattern: new RegExp(`(?:^|[^A-Za-z0-9_])(?<secret>(?:${start})[${characters}]+)`, 'g'),
  accept: (match) => (match.length >= least && match.length <= most ? random(match) : 0),
  wraps: new RegExp(`^[${characters}]+$`),
});

/** The password of an address such as `scheme://user:password@host`. */
const inAddress = (kind: SecretKind, scheme: string, least: number): SecretPattern => ({
  kind,
  hint: new RegExp(`${scheme}://`),
  pattern: new RegExp(`(?:^|[^a-z0-9+])${scheme}://[^\\s:@/"'\`<>]*:(?<secret>[^\\s@/"'\`<>]+)@`, 'g'),
  accept: (value) => (value.length >= least ? real(value) : 0),
});

const DATABASE_SCHEMES =
  'postgres postgresql mysql mariadb mongodb mongodb\\+srv redis rediss amqp amqps mssql sqlserver cockroachdb clickhouse smtp smtps ldap ldaps nats couchdb snowflake'.split(
    ' ',
  );
const WEB_SCHEMES = ['https?', 'ftps?', 'sftp', 'ssh', 'wss?', 'git'];

/** A value that is given to a name: `API_KEY=…`, `"api_key": "…"`, `password is …`. Names in small letters. */
const assigned = (
  kind: SecretKind,
  name: string,
  value: string,
  accept: (value: string) => number,
): SecretPattern => ({
  kind,
  hint: new RegExp(name, 'i'),
  anyCase: true,
  pattern: new RegExp(
    `${name}["']? ?(?:=>|[:=：]${kind === 'password' ? '|ist|is|est|es|é|è' : ''}) ?["'\`]?(?<secret>${value})`,
    'g',
  ),
  accept,
});

const KEY_NAMES =
  'api[_-]?key secret[_-]?key access[_-]?key encryption[_-]?key client[_-]?secret app[_-]?secret auth[_-]?token access[_-]?token api[_-]?token bot[_-]?token refresh[_-]?token account[_-]?key'.split(
    ' ',
  );
const PASSWORD_NAMES =
  'password passwd passwort pwd passphrase _pass contraseña senha пароль 密码 パスワード'.split(' ');

/** A chosen password has to show it: without a digit and a letter or sign mixed it is a word of a sentence. */
const chosen = (value: string): number =>
  value.length >= 8 &&
  value.length <= 200 &&
  random(value) > 0 &&
  (/[^A-Za-z0-9]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value)))
    ? value.length
    : 0;

const WORD = 'A-Za-z0-9_';
const DASHED = 'A-Za-z0-9_-';

/**
 * Shapes of credentials as their issuers publish them, then generic ones. Order matters: the first to match a
 * span names it. Lengths are checked outside the patterns, so that every pattern stays small.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    kind: 'private-key',
    hint: /PRIVATE KEY/,
    pattern: /-----BEGIN [A-Z0-9 ]+-----[^-]+(?:-----END [A-Z0-9 ]+-----)?/g,
    accept: (match) =>
      match.length > 60 && /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(match) ? match.length : 0,
  },
  issued('private-key', /AGE-SECRET-KEY-/, 'AGE-SECRET-KEY-1', 'A-Z0-9', 60, 80),
  ...DATABASE_SCHEMES.map((scheme) => inAddress('connection-string', scheme, 1)),
  ...WEB_SCHEMES.map((scheme) => inAddress('password', scheme, 3)),
  {
    kind: 'connection-string',
    hint: /AccountKey=|SharedAccessKey=/,
    pattern: /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]+=*)/g,
    accept: (value) => (value.length >= 30 ? random(value) : 0),
  },
  issued('api-key', /sk-/, 'sk-(?:ant-|proj-|svcacct-|admin-|or-v1-|None-|lf-)?', DASHED, 23),
  issued('api-key', /_live_|_test_|whsec_/, '(?:sk|rk|pk)_(?:live|test)_|whsec_', 'A-Za-z0-9', 18),
  issued('api-key', /AIza/, 'AIza', DASHED, 39, 39),
  issued('api-key', /GOCSPX-/, 'GOCSPX-', DASHED, 30, 50),
  issued('api-key', /SG\./, 'SG\\.', 'A-Za-z0-9_.-', 40, 120),
  issued('api-key', /key-|-us/, 'key-', '0-9a-f', 36, 36),
  issued('api-key', /shp/, 'shp(?:at|ca|pa|ss)_', 'A-Fa-f0-9', 38, 38),
  issued(
    'api-key',
    /lin_|gsk_|xai-|pplx-|r8_|fw_|csk-|tgp_v1_/,
    'lin_(?:api|oauth)_|gsk_|xai-|pplx-|r8_|fw_|csk-|tgp_v1_',
    DASHED,
    24,
  ),
  issued('api-key', /nvapi-|tvly-|jina_|voyage|pa-/, 'nvapi-|tvly-|jina_', DASHED, 24),
  issued('api-key', /ops_eyJ/, 'ops_eyJ', 'A-Za-z0-9+/=_-', 100, 4_000),
  issued('api-key', /sq0/, 'sq0(?:atp|csp|idp)-', DASHED, 29, 60),
  issued('api-key', /(?:AC|SK)[0-9a-f]{8}/, 'AC|SK', '0-9a-f', 34, 34),
  issued('api-key', /do[opr]_v1_/, 'do[opr]_v1_', '0-9a-f', 71, 71),
  issued(
    'api-key',
    /NRAK-|PMAK-|HRKU-|dapi|glsa_|glc_|lsv2_|pk_|phc_|phx_/,
    'NRAK-|PMAK-|HRKU-|dapi|glsa_|glc_|lsv2_(?:pt|sk)_|phc_|phx_',
    DASHED,
    30,
  ),
  issued(
    'api-key',
    /pscale_|sbp_|nfp_|fo1_|rnd_|tfp_|vercel_/,
    'pscale_(?:tkn|pw|oauth)_|sbp_|nfp_|fo1_|rnd_',
    DASHED,
    28,
  ),
  {
    kind: 'api-key',
    hint: /-us\d/,
    pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9])/g,
    accept: random,
  },
  {
    kind: 'api-key',
    hint: /A(?:KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA)/,
    pattern: /(?<![A-Za-z0-9_])A(?:KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    accept: (match) => (/EXAMPLE/.test(match) ? 0 : match.length),
  },
  issued('token', /gh[pousr]_|github_pat_/, 'gh[pousr]_|github_pat_', WORD, 40, 300),
  issued('token', /gl(?:pat|dt|ft|rt|soat)-/, 'gl(?:pat|dt|ft|rt|soat)-', 'A-Za-z0-9_.-', 26, 80),
  issued('token', /npm_|pypi-|hf_|dckr_pat_/, 'npm_|pypi-|hf_|dckr_pat_', DASHED, 28, 300),
  issued('token', /xox|xapp-/, 'xox[abeoprs]-|xapp-', 'A-Za-z0-9-', 15, 300),
  issued('token', /hv[sb]\.|ya29\./, 'hv[sb]\\.|ya29\\.', DASHED, 28, 500),
  issued('token', /ATATT3|ATCTT3|sntry/, 'AT[AC]TT3|sntry[su]_', 'A-Za-z0-9_=+/-', 46, 500),
  issued('token', /figd_|secret_|ntn_|tskey-/, 'figd_|secret_|ntn_|tskey-', DASHED, 30, 120),
  issued(
    'token',
    /dp\.|pat[A-Za-z0-9]{14}\./,
    'dp\\.(?:pt|st|ct)\\.|pat[A-Za-z0-9]{14}\\.',
    'A-Za-z0-9._-',
    46,
    120,
  ),
  issued('token', /EAA/, 'EAA[A-Z]', 'A-Za-z0-9', 80, 400),
  {
    kind: 'token',
    hint: /\d:AA/,
    pattern: /(?<![A-Za-z0-9])\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
    accept: random,
  },
  {
    kind: 'token',
    hint: /\.[A-Za-z0-9_-]{6}\./,
    pattern:
      /(?<![A-Za-z0-9_.-])[MNO][A-Za-z0-9_-]{23}(?:[A-Za-z0-9_-]{2})?\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27}/g,
    accept: random,
  },
  {
    kind: 'token',
    hint: /hooks\.slack\.com/,
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Za-z0-9_/-]+)/g,
    accept: (value) => (value.length >= 20 ? random(value) : 0),
  },
  {
    kind: 'token',
    hint: /api\/webhooks/,
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>[A-Za-z0-9_/-]+)/g,
    accept: (value) => (value.length >= 20 ? random(value) : 0),
  },
  {
    kind: 'token',
    hint: /eyJ/,
    pattern: /(?:^|[^A-Za-z0-9_-])(?<secret>eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)/g,
    accept: (match) => (match.length >= 40 ? match.length : 0),
  },
  {
    kind: 'token',
    hint: /bearer|basic/i,
    anyCase: true,
    pattern: /authorization["']? ?[:=] ?["']?(?:bearer|basic|token) (?<secret>[a-z0-9._~+/=-]+)/g,
    accept: (value) => (value.length >= 16 ? random(value) : 0),
  },
  ...KEY_NAMES.map((name) =>
    assigned('api-key', name, '[a-z0-9+/=_.~-]+', (value) =>
      value.length >= 16 && value.length <= 400 ? random(value) : 0,
    ),
  ),
  ...PASSWORD_NAMES.map((name) => assigned('password', name, '[^\\s"\'`,;<>(){}[\\]]+', chosen)),
  {
    kind: 'card',
    hint: /\d{4}[ -]?\d/,
    pattern: /(?<![\d.,/+#=_A-Za-z-])\d(?:[ -]?\d){12,18}(?![\d.,_-]?\d|[A-Za-z_])/g,
    accept: card,
  },
  {
    kind: 'iban',
    hint: /[A-Za-z]{2}\d{2}/,
    pattern: /(?:^|[^A-Za-z0-9])(?<secret>[A-Za-z]{2}\d{2}[A-Za-z0-9 -]+)/g,
    accept: iban,
  },
];
