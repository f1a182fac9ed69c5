/** Parts of a message that are controls or labels for screen readers, on any site. */
const CONTROLS =
  'script,style,template,noscript,svg,button,select,textarea,iframe,object,dialog,canvas,video,audio,' +
  '.sr-only,[hidden],[role="toolbar"],[role="tooltip"],[role="status"],[data-markdown-copy="exclude"],' +
  '[data-find-omitted],[data-cds="MessageActions"],[data-cds="TurnStatus"],.turn-action-controls';

/** True for elements inside a message that are not part of its words. */
export const isControl = (element: Element): boolean => {
  if (element.matches(CONTROLS)) return true;
  // Formulas are rendered twice; the visual copy is hidden from screen readers, the one with its source is kept.
  return element.getAttribute('aria-hidden') === 'true' && !element.matches('.katex *, .katex');
};

/** True where a style sheet or attribute takes the element out of the page. */
export const isHidden = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView;
  return view !== null && element.isConnected && view.getComputedStyle(element).display === 'none';
};

/** A box without any size that shows nothing of what is in it; elements without a box of their own are none. */
const isCollapsed = (element: Element): boolean => {
  if (element.clientWidth !== 0 || element.clientHeight !== 0) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.overflow === 'hidden' && style.display !== 'contents' && style.display !== 'inline';
};

/**
 * True for what a reader can see: not in a hidden page that the site keeps, and not in a copy of zero size
 * that stays behind after a redirect.
 */
export const isShown = (element: Element): boolean => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    if (isCollapsed(at)) return false;
  }
  return true;
};

/** Shown elements that match, in document order. */
export const shownElements = (root: ParentNode, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter(isShown);
