/** Names of the images an answer shows instead of words; those without one are `unnamed`, or left out. */
export const imageNames = (element: Element, selector: string, unnamed?: string): string[] =>
  [...element.querySelectorAll(selector)].flatMap(
    (image) => image.getAttribute('alt')?.trim() || unnamed || [],
  );

/** What an image without a name is called; the same word stands for it in what is read from the wire. */
export const UNNAMED_IMAGE = 'image';

/** Names of files by the label of their card. */
export const labels = (element: Element, selector: string, attribute?: string): string[] =>
  [...element.querySelectorAll(selector)].flatMap(
    (card) =>
      (attribute ? card.getAttribute(attribute) : card.textContent)?.replace(/\s+/g, ' ').trim() || [],
  );
