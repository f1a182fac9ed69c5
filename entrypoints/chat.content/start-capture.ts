import { readPage, SITES, type SiteId } from '../../core/capture/index.ts';
import { joinChannel } from '../observer.content/channel.ts';
import { Outbox } from './outbox.ts';
import { watchPage } from './page-watcher.ts';
import { runtimeLine } from './runtime-line.ts';
import { Session } from './session.ts';
import { WireInbox } from './wire-inbox.ts';

/** The question of the popup; answered with what is known of the open conversation. */
const STATUS_QUESTION = 'capture-status';

/** First part of the path on pages that stand in for a site. */
const baseOf = (site: SiteId, page: Location): string =>
  page.origin === SITES[site].origin ? '' : `/${site}`;

/** Captures a page of `site` until the returned function is called. */
export const startCapture = (site: SiteId, page: Window & typeof globalThis): (() => void) => {
  const after = (ms: number, work: () => void): (() => void) => {
    const timer = page.setTimeout(work, ms);
    return () => page.clearTimeout(timer);
  };
  const isTemporary = (): boolean => SITES[site].page.route(new URL(page.location.href)).temporary;

  const session: Session = new Session(site, {
    read: () => readPage(site, page.document, page.location.href),
    append: (observation) => outbox.append(observation),
    gap: (gap) => outbox.gap(gap),
    isConnected: () => outbox.isConnected,
    isAnswering: (conversation) => inbox.isAnswering(conversation),
    now: () => performance.now(),
    after,
    addressOf: (conversation, url) => {
      const { href, origin, pathname } = page.location;
      const open = SITES[site].page.route(new URL(href)).conversation;
      if (open === conversation) return origin + pathname;
      const { pathname: path } = new URL(url);
      const base = baseOf(site, page.location);
      return origin + (base && !path.startsWith(`${base}/`) ? base : '') + path;
    },
  });
  const inbox = new WireInbox(site, {
    onObservation: (observation, isAnswering, historyPage) =>
      session.wireRead(observation, isAnswering, historyPage),
    onUnknown: (path) => session.wireUnknown(path),
    isTemporary,
  });
  const outbox = new Outbox({
    connect: runtimeLine,
    after,
    newId: () => crypto.randomUUID(),
    onPolicy: (policy) => session.policyChanged(policy),
    onOutcome: (observation, outcome) => session.outcome(observation, outcome),
    onRefused: (message) => session.refused(message),
    onOrphaned: () => stop(),
  });

  const answerStatus = (
    message: unknown,
    _: chrome.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): void => {
    const isQuestion =
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      message.type === STATUS_QUESTION;
    if (isQuestion) respond(session.status());
  };

  const leaveChannel = joinChannel(page.document, (message) => inbox.receive(message));
  const stopWatching = watchPage(page, {
    onChange: () => session.pageChanged(),
    onAddress: () => session.addressChanged(),
    onLeave: () => {
      session.flush();
      outbox.leave();
    },
  });
  chrome.runtime.onMessage.addListener(answerStatus);
  outbox.start();

  const stop = (): void => {
    leaveChannel();
    stopWatching();
    outbox.stop();
    // The listener of an orphaned page is gone with its extension.
    chrome.runtime?.onMessage?.removeListener(answerStatus);
  };
  return stop;
};
