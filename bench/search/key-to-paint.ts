import type { Page } from 'playwright';
import { seededRandom } from './large-store.ts';

/** One key, in ms from when it was pressed. */
export type Keystroke = {
  /** Until the list in the document is that of the query now in the field. */
  readonly answered: number;
  /** Until a frame that shows it. */
  readonly painted: number;
};

export type Typed = { readonly keys: readonly Keystroke[]; readonly found: number };

type Watch = { keys: Keystroke[]; pending: number[] };

/** Milliseconds between two keys of somebody who types well; 80 to 250, so that answers may come late. */
const paceOf = (random: () => number): number => 80 + 170 * random() ** 1.5;

/**
 * Watches `#list[data-answers]` of the popup in `page`. A key whose answer was overtaken by the next key counts until
 * the results of what was then in the field are on the screen, so that slow answers are not left out.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#query');
    const list = document.querySelector<HTMLElement>('#list');
    if (!field || !list) throw new Error('bench: the popup has no field or no list');
    const state: Watch = { keys: [], pending: [] };
    Object.assign(window, { keyToPaint: state });
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key.length === 1) state.pending.push(timeStamp);
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (list.dataset['answers'] !== field.value || state.pending.length === 0) return;
      const answered = performance.now();
      const pressed = state.pending.splice(0);
      // A task that is posted before a frame runs after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const painted = performance.now();
          for (const at of pressed) state.keys.push({ answered: answered - at, painted: painted - at });
          port1.close();
        };
        port2.postMessage(undefined);
      });
    }).observe(list, { attributeFilter: ['data-answers'] });
  });

/** Types `queries` one after another into the popup in `page`, letter by letter; `found` of them showed results. */
export const typeQueries = async (page: Page, queries: readonly string[]): Promise<Typed> => {
  const random = seededRandom(5);
  const answers = (query: string): Promise<void> =>
    page.locator(`#list[data-answers=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
  await page.bringToFront();
  await page.locator('#query').focus();
  await answers('');
  await watch(page);
  let found = 0;
  for (const query of queries) {
    for (const letter of query) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(paceOf(random));
    }
    await answers(query);
    if ((await page.getByRole('option').count()) > 0) found += 1;
    await page.keyboard.press('Escape');
    await answers('');
  }
  const pressed = queries.join('').length;
  const handle = await page.waitForFunction((wanted) => {
    const { keys } = (window as unknown as { keyToPaint: Watch }).keyToPaint;
    return keys.length === wanted ? keys : undefined;
  }, pressed);
  return { keys: (await handle.jsonValue()) as Keystroke[], found };
};

/** A page whose field is answered at once, with nothing: what the browser and this machine can do at most. */
export const makeEmptyField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const field = document.createElement('input');
    const list = document.createElement('main');
    Object.assign(field, { id: 'query', type: 'search' });
    list.id = 'list';
    const answer = () => {
      list.dataset['answers'] = field.value;
      list.textContent = field.value;
    };
    field.addEventListener('input', answer);
    document.body.replaceChildren(field, list);
    answer();
  });
