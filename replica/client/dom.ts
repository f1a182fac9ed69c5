export type Child = Node | string | undefined | false;
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Builds an element; attributes that are `undefined` are left out. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child) || child === ''));
  return element;
};

export const button = (
  label: string,
  attributes: Attributes,
  onClick: () => void,
  ...children: Child[]
): HTMLButtonElement => {
  const element = h(
    'button',
    { type: 'button', 'aria-label': label, title: label, ...attributes },
    ...children,
  );
  element.addEventListener('click', onClick);
  return element;
};

const SVG = 'http://www.w3.org/2000/svg';

/** A 16 px line icon from one path. */
export const icon = (path: string): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.5',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

export const ICONS = {
  send: 'M8 13V3M4 7l4-4 4 4',
  stop: 'M5 5h6v6H5z',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  edit: 'M3 13l1-3 7-7 2 2-7 7z',
  back: 'M10 4 6 8l4 4',
  forward: 'M6 4l4 4-4 4',
  plus: 'M8 3v10M3 8h10',
  ghost: 'M4 13V7a4 4 0 0 1 8 0v6l-2-1.5L8 13l-2-1.5zM6.5 7h0M9.5 7h0',
  sun: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1',
} as const;
