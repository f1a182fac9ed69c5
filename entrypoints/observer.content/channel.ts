import { parseWireMessage, type WireMessage } from './wire-message.ts';

/**
 * The private way between the two worlds: an element that is in no document. Both scripts run before any script of
 * the page, so at that moment only they can hear the two events below; afterwards nobody listens to them.
 */
const OFFER = 'recollect:offer';
const ASK = 'recollect:ask';
const MESSAGE = 'recollect:message';
const TAKEN = 'recollect:taken';

export type Send = (message: WireMessage) => void;

/** Page's world: offers a channel until it is taken. Uses copies of what the page could replace later. */
export const offerChannel = (target: Document): Send => {
  const line = target.createElement('i');
  const dispatch = EventTarget.prototype.dispatchEvent;
  const { stringify } = JSON;
  const MouseEventNow = MouseEvent;
  const CustomEventNow = CustomEvent;
  const offer = (): void => {
    Reflect.apply(dispatch, target, [new MouseEventNow(OFFER, { relatedTarget: line })]);
  };
  target.addEventListener(ASK, offer);
  line.addEventListener(TAKEN, () => target.removeEventListener(ASK, offer), { once: true });
  offer();
  return (message) => {
    Reflect.apply(dispatch, line, [new CustomEventNow(MESSAGE, { detail: stringify(message) })]);
  };
};

/** Content script: takes the channel that is offered, now or later. Returns how to stop. */
export const joinChannel = (target: Document, receive: (message: WireMessage) => void): (() => void) => {
  const onMessage = (event: Event): void => {
    const message = parseWireMessage((event as CustomEvent<unknown>).detail);
    if (message) receive(message);
  };
  let line: EventTarget | undefined;
  const onOffer = (event: Event): void => {
    const offered = (event as MouseEvent).relatedTarget;
    if (!offered) return;
    target.removeEventListener(OFFER, onOffer);
    line = offered;
    line.addEventListener(MESSAGE, onMessage);
    line.dispatchEvent(new CustomEvent(TAKEN));
  };
  target.addEventListener(OFFER, onOffer);
  target.dispatchEvent(new CustomEvent(ASK));
  return () => {
    target.removeEventListener(OFFER, onOffer);
    line?.removeEventListener(MESSAGE, onMessage);
  };
};
