import { fileURLToPath } from 'node:url';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { regexLiteralsOf } from '../../testing/regex-literals.ts';
import { ibanLength, isLuhn } from './checksums.ts';
import { maskSecrets } from './mask-secrets.ts';
import { SECRET_PATTERNS } from './secret-patterns.ts';

/** Made up for this test from each issuer's published format; joined so that no scanner takes this file for a leak. */
const join = (...parts: string[]): string => parts.join('');
const body = 'q7Zt2LmX9cVb4NwR8sKd3HfJ6pYg1TuA5eQo';
const SECRETS: readonly (readonly [kind: string, text: string])[] = [
  ['api-key', join('AK', 'IA', 'Q7ZT2LMX9CVB4NWR')],
  ['api-key', join('sk-', 'ant-', 'api03-', body, body)],
  ['api-key', join('sk-', 'proj-', body)],
  ['api-key', join('AIz', 'a', body.slice(0, 35))],
  ['api-key', join('sk_', 'live_', body.slice(0, 24))],
  ['api-key', join('SG.', body.slice(0, 22), '.', body, body.slice(0, 7))],
  ['token', join('gh', 'p_', body)],
  ['token', join('npm', '_', body)],
  ['token', join('xox', 'b-123456789012-1234567890123-', body.slice(0, 24))],
  ['token', join('https://hooks.slack', '.com/services/T0A1B2C3D/B4E5F6G7H/', body.slice(0, 24))],
  [
    'private-key',
    join('-----BEGIN RSA PRIV', 'ATE KEY-----\n', body, body, '\n-----END RSA PRIV', 'ATE KEY-----'),
  ],
  ['connection-string', join('postgres://app:', 'R8sKd3HfJ6', '@db.internal:5432/main')],
  ['password', join('https://joe:', 'R8sKd3HfJ6', '@git.internal/repo')],
  ['password', join('password = "', 'Tr4vel-Mug!92', '"')],
  ['api-key', join('GOC', 'SPX-', body.slice(0, 28))],
  ['api-key', join('nv', 'api-', body, body)],
  [
    'api-key',
    join(
      body
        .slice(0, 8)
        .toLowerCase()
        .replace(/[^0-9a-f]/g, 'a'),
      '1b2c3d4e5f60718293a4b5c6',
      '-us',
      '12',
    ),
  ],
  ['token', join('123456', '7890:AA', body.slice(0, 33))],
  ['token', join('gl', 'pat-', body.slice(0, 20))],
  ['token', join('Authorization: Bearer ', body)],
  ['connection-string', join('DefaultEndpointsProtocol=https;Account', 'Key=', body, body, '==')],
  ['password', join('mein Passwort ist ', 'Tr4vel-Mug!92')],
  ['card', '4539 1488 0343 6467'],
  ['iban', 'DE75 5121 0800 1245 1261 99'],
];

describe('masking of secrets', () => {
  test.each(SECRETS)('a %s is replaced by its typed marker, its neighbours are kept', (kind, secret) => {
    const { text, found } = maskSecrets(`before ${secret} after`);
    expect(found).toEqual([{ kind, count: 1 }]);
    expect(text).toContain(`⟦secret:${kind}⟧`);
    expect(text.startsWith('before ')).toBe(true);
    expect(text.endsWith(' after')).toBe(true);
  });

  test('what the secretlint preset finds is gone after masking', async () => {
    const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
    let recognised = 0;
    for (const [, secret] of SECRETS) {
      const lint = (content: string) =>
        lintSource({
          source: { content, filePath: 'message.txt', ext: '.txt', contentType: 'text' },
          options: { config },
        });
      const before = await lint(`x = ${secret} \n`);
      if (before.messages.length === 0) continue;
      recognised++;
      const after = await lint(maskSecrets(`x = ${secret} \n`).text);
      // The oracle reads the marker itself as the password of a connection string.
      const left = after.messages.filter(({ message }) => !message.includes('⟦secret:'));
      expect(left, secret.slice(0, 4)).toEqual([]);
    }
    expect(recognised).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ['an env file', (key: string) => `PORT=8080\nOPENAI_API_KEY=${key}\nDEBUG=1`],
    ['JSON', (key: string) => JSON.stringify({ name: 'app', api_key: key, port: 1 })],
    ['a code block', (key: string) => `\`\`\`ts\nconst client = new Client({ apiKey: "${key}" });\n\`\`\``],
    ['a shell line', (key: string) => `export API_TOKEN='${key}' && ./run.sh`],
    ['lines it was wrapped over', (key: string) => `key:\n${key.slice(0, 40)}\n${key.slice(40)}\nend`],
  ])('a key is masked in %s', (_, put) => {
    const key = join('sk-', 'ant-', 'api03-', body, body);
    const { text } = maskSecrets(put(key));
    expect(text).toContain('⟦secret:api-key⟧');
    for (let at = 10; at + 12 <= key.length; at += 6) expect(text).not.toContain(key.slice(at, at + 12));
  });

  test('a private key is masked when its line breaks are escaped', () => {
    const pem = join(
      '-----BEGIN PRIV',
      'ATE KEY-----\\n',
      body,
      body,
      '\\n',
      body,
      '\\n-----END PRIV',
      'ATE KEY-----',
    );
    const { text } = maskSecrets(`{"private_key":"${pem}"}`);
    expect(text).toBe('{"private_key":"⟦secret:private-key⟧"}');
  });

  test('a kind switched off is left alone', () => {
    const text = 'pay with 4539 1488 0343 6467';
    expect(maskSecrets(text, { card: false }).text).toBe(text);
  });

  test('masking twice is masking once, for any text', () => {
    const pieces = fc.constantFrom(
      ...SECRETS.map(([, secret]) => secret),
      ' ',
      '\n',
      '=',
      '"',
      'password: ',
      '://',
      '@',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const once = maskSecrets(parts.join('')).text;
        expect(maskSecrets(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'The number 1234567890123456 is an order id.',
    'call +49 30 1234567 890 or 4539148803436467890123',
    'Set API_KEY=YOUR_API_KEY_HERE before you start.',
    'const apiKey = process.env.OPENAI_API_KEY;',
    'password: string; and your password must be long',
    'commit 3f786850e387550fdab836ed7e6dc881de23001b',
    'https://example.org/a:b@c and user@example.org',
    'sk-learn and pk_column and key-value stores',
    'timestamps 1700000000000 1700000000001',
    '-----BEGIN PUBLIC KEY----- abc -----END PUBLIC KEY-----',
  ])('an ordinary message is left alone: %s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, found: [] });
  });

  test('cards need their checksum, IBANs theirs and their length', () => {
    expect(isLuhn('4539148803436467')).toBe(true);
    expect(isLuhn('4539148803436468')).toBe(false);
    expect(ibanLength('GB82WEST12345698765432')).toBe(22);
    expect(ibanLength('GB82WEST12345698765433')).toBe(0);
    expect(ibanLength('XX82WEST12345698765432')).toBe(0);
  });

  test('every pattern is proven safe from catastrophic backtracking', { timeout: 1_800_000 }, () => {
    const written = regexLiteralsOf(fileURLToPath(new URL('.', import.meta.url)));
    const built = SECRET_PATTERNS.flatMap(({ pattern, hint, wraps }) => [
      pattern,
      hint,
      ...(wraps ? [wraps] : []),
    ]).map(({ source, flags }) => ({ where: source, source, flags }));
    const all = new Map([...written, ...built].map((each) => [`${each.source}/${each.flags}`, each]));
    expect(all.size).toBeGreaterThan(150);
    // The automaton checker proves or says that it cannot; the default one may fall back on guessing.
    const unproven = [...all.values()].flatMap(({ where, source, flags }) => {
      const { status } = checkSync(source, flags, { checker: 'automaton', timeout: 60_000 });
      return status === 'safe' ? [] : [`${where}: ${status}`];
    });
    expect(unproven).toEqual([]);
  });
});
