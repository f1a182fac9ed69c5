import { parseWireMessage, type WireMessage } from './wire-message.ts';

/**
 * The private way between the two worlds: an element that is in no document. Both scripts run before any script of
 * the page, so at that moment only they can hear the two events below; afterwards nobody listens to them.
 */
const OFFER = 'recollect:offer';
const ASK = 'recollect:ask';
const MESSAGE = 'recollect:message';
const TAKEN = 'recollect:taken';
const PROBE = 'recollect:probe';

export type Send = (message: WireMessage) => void;

/** The page's end of a channel. */
export type Offered = {
  readonly send: Send;
  /** True while a content script listens. */
  readonly isHeard: () => boolean;
};

/**
 * Page's world: offers a channel until it is taken. `onTaken` is called whenever a content script begins to listen,
 * also when a later one takes it over. Uses copies of what the page could replace later.
 */
export const offerChannel = (target: Document, onTaken: () => void): Offered => {
  const line = target.createElement('i');
  const dispatch = EventTarget.prototype.dispatchEvent;
  const { stringify } = JSON;
  const EventNow = Event;
  const MouseEventNow = MouseEvent;
  const CustomEventNow = CustomEvent;
  const tell = (at: EventTarget, event: Event): boolean => Reflect.apply(dispatch, at, [event]);
  const offer = (): void => {
    tell(target, new MouseEventNow(OFFER, { relatedTarget: line }));
  };
  target.addEventListener(ASK, offer);
  line.addEventListener(TAKEN, () => {
    target.removeEventListener(ASK, offer);
    onTaken();
  });
  offer();
  return {
    send: (message) => {
      tell(line, new CustomEventNow(MESSAGE, { detail: stringify(message) }));
    },
    isHeard: () => !tell(line, new EventNow(PROBE, { cancelable: true })),
  };
};

/**
 * Content script: takes the channel that is offered, now or later, or the one that an earlier script `left`.
 * Returns how to leave it; leaving answers the channel, for the next script.
 */
export const joinChannel = (
  target: Document,
  receive: (message: WireMessage) => void,
  left?: EventTarget,
): (() => EventTarget | undefined) => {
  const onMessage = (event: Event): void => {
    const message = parseWireMessage((event as CustomEvent<unknown>).detail);
    if (message) receive(message);
  };
  const onProbe = (event: Event): void => event.preventDefault();
  let line: EventTarget | undefined;
  const take = (offered: EventTarget): void => {
    target.removeEventListener(OFFER, onOffer);
    line = offered;
    line.addEventListener(MESSAGE, onMessage);
    line.addEventListener(PROBE, onProbe);
    line.dispatchEvent(new CustomEvent(TAKEN));
  };
  const onOffer = (event: Event): void => {
    const offered = (event as MouseEvent).relatedTarget;
    if (offered) take(offered);
  };
  if (left) take(left);
  else {
    target.addEventListener(OFFER, onOffer);
    target.dispatchEvent(new CustomEvent(ASK));
  }
  return () => {
    target.removeEventListener(OFFER, onOffer);
    line?.removeEventListener(MESSAGE, onMessage);
    line?.removeEventListener(PROBE, onProbe);
    return line;
  };
};
