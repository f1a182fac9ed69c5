export { findSecrets, type MaskedText, maskSecrets, type SecretSwitches } from './mask-secrets.ts';
export { SECRET_KINDS, type SecretKind, secretMarker } from './secret-kind.ts';
