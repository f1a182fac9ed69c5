import { ibanLength, isLuhn } from './checksums.ts';
import type { SecretKind } from './secret-kind.ts';

/** One shape of secret. `hint` is a cheap test: a text without it is never given to `pattern`. */
export type SecretPattern = {
  readonly kind: SecretKind;
  readonly hint: RegExp;
  /** Global. The group named `secret` is masked, or the whole match without one. */
  readonly pattern: RegExp;
  /** Length of the match's head that is a secret; 0 says it is none. Absent: the match is one. */
  readonly accept?: (match: string) => number;
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

const prefixed = (source: string): RegExp => new RegExp(`(?<![A-Za-z0-9_])(?:${source})`, 'g');

/**
 * Shapes of credentials as their issuers publish them, then generic ones. Order matters: the first to match a
 * span names it. Every quantifier is over one character class followed by something outside it, so a scan is linear.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    kind: 'private-key',
    hint: /PRIVATE KEY/,
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[A-Za-z0-9+/=\s:,.\\()]|-(?!----)){16,20000}(?:-----END [A-Z0-9 ]{1,40}-----)?/g,
  },
  {
    kind: 'connection-string',
    hint: /:\/\//,
    pattern:
      /(?<![a-z0-9+])(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|redis|rediss|amqps?|mssql|sqlserver|cockroachdb|clickhouse|smtps?|ldaps?):\/\/[^\s:@/"'`<>]{0,100}:(?<secret>[^\s@/"'`<>]{1,200})@/g,
    accept: real,
  },
  {
    kind: 'password',
    hint: /:\/\//,
    pattern:
      /(?<![a-z0-9+])(?:https?|ftps?|sftp|ssh|wss?|git):\/\/[^\s:@/"'`<>]{1,100}:(?<secret>[^\s@/"'`<>]{3,200})@/g,
    accept: real,
  },
  {
    kind: 'api-key',
    hint: /sk[-_]|pk_|rk_|whsec_|AIza|SG\.|key-|shp|lin_|r8_|gsk_|xai-|pplx-|nvapi-|ops_|sq0|AC|SK|dop_|doo_|NRAK|PMAK|fly_|tvly|eyrie/,
    pattern: prefixed(
      'sk-ant-[A-Za-z0-9_-]{20,200}|sk-(?:proj-|svcacct-|admin-|or-v1-|None-)?[A-Za-z0-9_-]{20,250}|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,120}|whsec_[A-Za-z0-9]{20,80}|' +
        'AIza[A-Za-z0-9_-]{35}|SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}|key-[0-9a-f]{32}|shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}|' +
        'lin_(?:api|oauth)_[A-Za-z0-9]{32,64}|r8_[A-Za-z0-9]{37}|gsk_[A-Za-z0-9]{40,64}|xai-[A-Za-z0-9]{40,100}|pplx-[A-Za-z0-9]{40,64}|nvapi-[A-Za-z0-9_-]{40,100}|' +
        'ops_eyJ[A-Za-z0-9+/=_-]{100,2000}|sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}|(?:AC|SK)[0-9a-f]{32}|do[op]_v1_[0-9a-f]{64}|NRAK-[A-Z0-9]{27}|PMAK-[0-9a-f]{24}-[0-9a-f]{34}|tvly-[A-Za-z0-9-]{20,60}',
    ),
    accept: random,
  },
  {
    kind: 'api-key',
    hint: /A(?:KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA)/,
    pattern: prefixed('A(?:KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16}(?![A-Za-z0-9])'),
    accept: (match) => (/EXAMPLE/.test(match) ? 0 : match.length),
  },
  {
    kind: 'token',
    hint: /gh[pousr]_|github_pat_|glpat-|gl(?:dt|ft|rt|soat)-|npm_|pypi-|xox|xapp-|hf_|hvs\.|hvb\.|dckr_pat_|EAA|ya29|atlas|ATATT|sntry|vercel|figd_|secret_|ntn_|dp\.|tskey-|pat[A-Za-z0-9]/,
    pattern: prefixed(
      'gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255}|gl(?:pat|dt|ft|rt|soat)-[A-Za-z0-9_.-]{20,64}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,250}|' +
        'xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[0-9A-Za-z-]{20,250}|hf_[A-Za-z0-9]{30,64}|hv[sb]\\.[A-Za-z0-9_-]{24,250}|dckr_pat_[A-Za-z0-9_-]{20,64}|ya29\\.[A-Za-z0-9_-]{30,400}|' +
        'ATATT3[A-Za-z0-9_=-]{50,300}|sntry[su]_[A-Za-z0-9_=+/-]{40,400}|figd_[A-Za-z0-9_-]{36,64}|(?:secret|ntn)_[A-Za-z0-9]{40,60}|tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,64}|dp\\.(?:pt|st|ct)\\.[A-Za-z0-9._-]{40,80}|pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}',
    ),
    accept: random,
  },
  {
    kind: 'token',
    hint: /hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks/,
    pattern:
      /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|(?:[a-z]{1,10}\.)?discord(?:app)?\.com\/api\/webhooks)\/(?<secret>[A-Za-z0-9_/-]{20,200})/g,
    accept: random,
  },
  {
    kind: 'token',
    hint: /eyJ/,
    pattern: prefixed('(?<!-)eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,2000}'),
  },
  {
    kind: 'token',
    hint: /bearer/i,
    pattern:
      /\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?bearer\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{20,2000})/gi,
    accept: random,
  },
  {
    kind: 'api-key',
    hint: /secret|api|access|auth|token/i,
    pattern:
      /(?<![a-z0-9])(?:[a-z0-9]{1,20}[_-]){0,3}(?:api[_-]?key|secret[_-]?(?:access[_-]?)?key|access[_-]?key|client[_-]?secret|auth[_-]?token|access[_-]?token|api[_-]?token|account[_-]?key)["']?\s{0,3}(?:[:=]|=>)\s{0,3}["'`]?(?<secret>[A-Za-z0-9+/=_.~-]{16,200})/gi,
    accept: random,
  },
  {
    kind: 'password',
    hint: /passw|pwd|passphrase/i,
    pattern:
      /(?<![a-z0-9])(?:[a-z0-9]{1,20}[_-]){0,2}(?:password|passwd|pwd|passphrase)["']?\s{0,3}(?:[:=]|=>)\s{0,3}["'`]?(?<secret>[^\s"'`,;<>(){}[\]]{8,100})/gi,
    // A chosen password has to show it: without a digit and a letter or sign mixed it is a word of a sentence.
    accept: (value) =>
      random(value) > 0 && (/[^A-Za-z0-9]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value)))
        ? value.length
        : 0,
  },
  {
    kind: 'card',
    hint: /\d{4}[ -]?\d/,
    pattern: /(?<![\d.,/+#=_A-Za-z-])\d(?:[ -]?\d){12,18}(?![\d.,_-]?\d|[A-Za-z_])/g,
    accept: card,
  },
  {
    kind: 'iban',
    hint: /[A-Za-z]{2}\d{2}/,
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[ -]?[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){9,29}/g,
    accept: iban,
  },
];
