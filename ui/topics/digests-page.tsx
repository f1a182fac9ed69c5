import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Digest, DigestScope } from '../../core/model/graph-api.ts';
import type { Conversation } from '../../core/model/memory.ts';
import type { FacetCount } from '../../core/model/query.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { TrustDot } from '../components/trust-dot.tsx';
import { Waiting } from '../components/waiting.tsx';
import { formatDay } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import { localDay } from '../local-input.ts';
import type { AppState } from '../manager/app-state.ts';
import type { PageProps } from '../manager/pages.ts';
import { hrefOf, replaceParams, route } from '../manager/router.ts';
import { safeUrl } from '../safe-url.ts';
import { DigestChooser } from './digest-chooser.tsx';
import { digestMarkdown } from './digest-markdown.ts';
import { digestScopeOf, filterOfScope, memoriesOf } from './digest-scope.ts';
import './digests.css';

const DigestView = ({ app, digest, scope }: { app: AppState; digest: Digest; scope: DigestScope }) => {
  const { coverage, topics, sentences, links, label } = digest;
  const covered = [
    t('digests.coverage', { ...coverage }),
    ...(coverage.quarantined > 0 ? [t('digests.quarantined', { n: coverage.quarantined })] : []),
  ].join(' · ');
  const title = scope.kind === 'day' ? formatDay(localDay(scope.from)) : digest.title;
  const copy = () =>
    app.attempt(async () => {
      const words = {
        coverage: covered,
        topics: t('digests.topics'),
        sentences: t('digests.sentences'),
        links: t('digests.links'),
      };
      await navigator.clipboard.writeText(digestMarkdown({ ...digest, title }, words));
      app.say(t('copied'));
    });
  return (
    <article class="card digest">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p class="byline">
        <TrustDot label={label} />
        {t(`label.${label}`)} · {covered}
      </p>
      {topics.length > 0 && (
        <>
          <h3>{t('digests.topics')}</h3>
          <ul class="chips">
            {topics.map(({ id, name, count }) => (
              <li key={id}>
                <a class="chip" href={`#/topics/${encodeURIComponent(id)}`}>
                  {t('digests.topicCount', { name, count })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('digests.sentences')}</h3>
      {sentences.length === 0 ? (
        <p class="hint">{t('digests.noSentences')}</p>
      ) : (
        <ol class="digest-sentences">
          {sentences.map(({ seq, text, role }, index) => (
            <li key={`${seq}-${index}`}>
              <a href={`#/memory/${seq}`}>
                <b>{t(`role.${role}` as MessageKey)}</b> <bdi>{text}</bdi>
              </a>
            </li>
          ))}
        </ol>
      )}
      {links.length > 0 && (
        <>
          <h3>{t('digests.links')}</h3>
          <ul class="reasons">
            {links.map((link) => {
              const href = safeUrl(link);
              return (
                <li key={link}>
                  {href ? (
                    <a href={href} target="_blank" rel="noreferrer noopener">
                      <bdi>{link}</bdi>
                    </a>
                  ) : (
                    <bdi>{link}</bdi>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <div class="actions">
        <a class="button" href={hrefOf('memories', memoriesOf(scope))}>
          {t('digests.show')}
        </a>
        <button type="button" class="button" onClick={() => void copy()}>
          {t('digests.copy')}
        </button>
      </div>
    </article>
  );
};

/** Looking back: a day, a project or a conversation, in its own words. */
export const DigestsPage = ({ app }: PageProps) => {
  const vault = fullVault(app);
  const projects = useSignal<readonly FacetCount[]>([]);
  const conversations = useSignal<readonly Conversation[]>([]);
  const shown = useSignal<
    { readonly scope: DigestScope; readonly digest: Digest; readonly memories: number } | undefined
  >(undefined);
  const latest = useSignal<string | undefined>(undefined);
  const wanted = useComputed(() =>
    route.value.page === 'digests' ? route.value.params.toString() : undefined,
  );
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      const [facets, found, recent] = await Promise.all([
        vault.facets({}),
        vault.conversations({}),
        vault.recent(1),
      ]);
      projects.value = facets.projects;
      conversations.value = found;
      latest.value = recent.rows[0] && localDay(recent.rows[0].createdAt);
    });
  });
  useSignalEffect(() => {
    const address = wanted.value;
    if (address === undefined || app.version.value < 0) return;
    const scope = digestScopeOf(new URLSearchParams(address), Date.now());
    shown.value = undefined;
    if (!scope) return;
    void app.attempt(async () => {
      const [digest, { total }] = await Promise.all([
        vault.digest(scope),
        vault.list(filterOfScope(scope), 0, 1),
      ]);
      if (wanted.peek() === address) shown.value = { scope, digest, memories: total };
    });
  });
  const { params } = route.value;
  const scope = digestScopeOf(params, Date.now());
  const { digest, memories = 0 } = shown.value ?? {};
  const { value: day } = latest;
  return (
    <div class="page">
      <h1>{t('page.digests')}</h1>
      <SectionTabs section="topics" current="digests" />
      <p class="hint">{t('digests.intro')}</p>
      <DigestChooser projects={projects.value} conversations={conversations.value} />
      {!scope && <EmptyState title={t('digests.choosePrompt')} text={t('digests.choosePromptText')} />}
      {scope && !shown.value && <Waiting rows={4} />}
      {shown.value && memories === 0 && (
        <EmptyState title={t('digests.empty')} text={t('digests.emptyText')}>
          {day === undefined ? (
            <a class="button" href="#/memories">
              {t('digests.emptyAction')}
            </a>
          ) : (
            <button
              type="button"
              class="button"
              onClick={() => replaceParams(new URLSearchParams({ kind: 'day', day }))}
            >
              {t('digests.latest')}
            </button>
          )}
        </EmptyState>
      )}
      {shown.value && digest && memories > 0 && (
        <DigestView app={app} digest={digest} scope={shown.value.scope} />
      )}
    </div>
  );
};
