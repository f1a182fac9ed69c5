import { ChatPage } from '../../../replica/driver.ts';
import { PopupPage } from '../../lib/popup-page.ts';
import type { Step } from '../stage.ts';
import { TOUR_SCRIPT, TOUR_TURNS } from './script.ts';

/** Talks to both replica sites and waits until the popup knows the last thing that was said on each. */
export const capture: Step = {
  name: 'capture',
  run: async ({ context, replica, extensionId }, shoot) => {
    for (const { site, renderer, asks } of TOUR_SCRIPT) {
      const chat = new ChatPage(await context.newPage(), site);
      await chat.open(`${replica}/${site}`, renderer);
      for (const ask of asks) await chat.say(ask);
      await shoot(chat.page, `chat-${site}`);
    }
    const answered = performance.now();
    const popup = new PopupPage(await context.newPage());
    await popup.open(extensionId);
    await popup.untilCount('barometer', 2);
    await popup.untilCount('north pier', 2);
    const wait = Math.round(performance.now() - answered);
    await popup.page.close();
    return `${TOUR_TURNS} turns of ${TOUR_SCRIPT.length} conversations, in the popup ${wait} ms after the last word`;
  },
};
