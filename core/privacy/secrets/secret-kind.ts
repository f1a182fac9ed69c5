/** What a masked span was. Each kind can be switched off by itself. */
export const SECRET_KINDS = [
  'private-key',
  'api-key',
  'token',
  'password',
  'connection-string',
  'card',
  'iban',
] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Marker that stands where a secret of `kind` stood. Contains nothing that any pattern here matches again. */
export const secretMarker = (kind: SecretKind): string => `⟦secret:${kind}⟧`;
