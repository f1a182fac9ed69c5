import { PopupPage } from '../../lib/popup-page.ts';
import type { Step } from '../stage.ts';
import { TOUR_QUERIES } from './script.ts';

/** Looks for what was said, in the popup. */
export const search: Step = {
  name: 'search',
  run: async ({ context, extensionId }, shoot) => {
    const popup = new PopupPage(await context.newPage());
    await popup.page.setViewportSize({ width: 420, height: 560 });
    await popup.open(extensionId);
    const found: string[] = [];
    for (const { query, atLeast } of TOUR_QUERIES) {
      const began = performance.now();
      const count = await popup.count(query);
      const took = Math.round(performance.now() - began);
      if (count < atLeast) throw new Error(`"${query}" found ${count} of at least ${atLeast} memories.`);
      found.push(`"${query}" ${count} in ${took} ms`);
      await shoot(popup.page, `popup-${query.replaceAll(' ', '-').toLowerCase()}`);
    }
    await popup.page.emulateMedia({ colorScheme: 'dark' });
    await shoot(popup.page, 'popup-dark');
    await popup.page.close();
    return found.join(', ');
  },
};
