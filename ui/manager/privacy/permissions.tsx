import { useSignal, useSignalEffect } from '@preact/signals';
import { type MessageKey, t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import type { Permission } from '../platform.ts';

const EXPLAINED = new Set(['unlimitedStorage', 'scripting', 'offscreen', 'contextMenus']);

/** `chatgpt.com` of the pattern `https://chatgpt.com/*`. */
const hostOf = (pattern: string): string => pattern.replace(/^[a-z*]+:\/\//, '').replace(/\/\*?$/, '');

const wordsFor = ({ id, kind }: Permission): string => {
  if (kind === 'site') return t('permissions.site', { site: hostOf(id) });
  return EXPLAINED.has(id) ? t(`permissions.${id}` as MessageKey) : id;
};

export const Permissions = ({ app }: { app: AppState }) => {
  const granted = useSignal<readonly Permission[]>([]);
  const read = () =>
    app.attempt(async () => {
      granted.value = await app.platform.permissions();
    });
  useSignalEffect(() => void read());
  const revoke = (permission: Permission) =>
    app.attempt(async () => {
      await app.platform.revoke(permission);
      app.say(t('permissions.revoked'));
      await read();
    });
  return (
    <section class="card" aria-labelledby="permissions-title">
      <h2 id="permissions-title">{t('permissions.title')}</h2>
      {granted.value.length === 0 ? (
        <p>{t('permissions.app')}</p>
      ) : (
        <>
          <p class="hint">{t('permissions.intro')}</p>
          <ul class="lines">
            {granted.value.map((permission) => (
              <li key={permission.id}>
                <span>{wordsFor(permission)}</span>
                {permission.revocable && (
                  <button type="button" class="button small" onClick={() => void revoke(permission)}>
                    {t('permissions.revoke')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
