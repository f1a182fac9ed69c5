/** Names of the images an answer shows instead of words. */
export const imageNames = (element: Element, selector: string): string[] =>
  [...element.querySelectorAll(selector)].flatMap((image) => image.getAttribute('alt')?.trim() || []);

/** Names of files by the label of their card. */
export const labels = (element: Element, selector: string, attribute?: string): string[] =>
  [...element.querySelectorAll(selector)].flatMap(
    (card) =>
      (attribute ? card.getAttribute(attribute) : card.textContent)?.replace(/\s+/g, ' ').trim() || [],
  );
