import { readPage, SITES, type SiteId } from '../../core/capture/index.ts';
import { joinChannel } from '../observer.content/channel.ts';
import { Outbox } from './outbox.ts';
import { watchPage } from './page-watcher.ts';
import { runtimeLine } from './runtime-line.ts';
import { Session } from './session.ts';
import { awaitSuccessor, takeOver } from './succession.ts';
import { watchPastes } from './watch-pastes.ts';
import { WireInbox } from './wire-inbox.ts';

/** The question of the popup; answered with what is known of the open conversation. */
const STATUS_QUESTION = 'capture-status';

/** An updated extension joins its open pages within seconds; after this time it is taken to have been removed. */
const SUCCESSOR_MS = 120_000;

/** First part of the path on pages that stand in for a site. */
const baseOf = (site: SiteId, page: Location): string =>
  page.origin === SITES[site].origin ? '' : `/${site}`;

/** Captures a page of `site` until it is gone, a later script takes over, or the extension was removed. */
export const startCapture = (site: SiteId, page: Window & typeof globalThis): void => {
  const legacy = takeOver(page.document);
  const after = (ms: number, work: () => void): (() => void) => {
    const timer = page.setTimeout(work, ms);
    return () => page.clearTimeout(timer);
  };
  const isTemporary = (): boolean => SITES[site].page.route(new URL(page.location.href)).temporary;

  const session: Session = new Session(site, {
    read: (url = page.location.href) => readPage(site, page.document, url),
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
    onOrphaned: () => after(SUCCESSOR_MS, () => stop()),
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

  outbox.inherit(legacy.undelivered);
  const leaveChannel = joinChannel(page.document, (message) => inbox.receive(message), legacy.channel);
  const stopWatching = watchPage(page, {
    onChange: () => session.pageChanged(),
    onAddress: (left) => session.addressChanged(left),
    onLeave: () => {
      session.flush();
      outbox.leave();
    },
  });
  const stopPastes = watchPastes(page, (text) => session.pasted(text));
  chrome.runtime.onMessage.addListener(answerStatus);
  outbox.start();

  const stop = (): EventTarget | undefined => {
    stopWaiting();
    stopWatching();
    stopPastes();
    outbox.stop();
    // The listener of an orphaned page is gone with its extension.
    chrome.runtime?.onMessage?.removeListener(answerStatus);
    return leaveChannel();
  };
  const stopWaiting = awaitSuccessor(page.document, () => {
    session.flush();
    const channel = stop();
    return { ...(channel ? { channel } : {}), undelivered: outbox.undelivered };
  });
};
