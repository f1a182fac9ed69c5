import { iconOf } from './icon-of.tsx';
import { POPUP_PATHS } from './popup-icons.tsx';

/** Outlines on a 24-unit square, drawn with the current text colour. */
const PATHS = {
  ...POPUP_PATHS,
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 5 5',
  check: 'M5 12l5 5L20 7',
  memories: 'M4 5h16v5H4zM4 14h16v5H4z',
  transfer: 'M7 4v13M3 13l4 4 4-4M17 20V7M13 11l4-4 4 4',
  privacy: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.500-1-8-4-8-9V6l8-3Zm-3.500 9l2.500 2.500 5-5',
  health: 'M3 12h4l3-7 4 14 3-7h4',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-6v3m0 12v3M3 12h3m12 0h3M5.600 5.600l2.100 2.100m8.600 8.600 2.100 2.100m0-12.800-2.100 2.100m-8.600 8.600-2.100 2.100',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4 4h.01',
  trash: 'M4 7h16M10 7V4h4v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  restore: 'M4 10h10a5 5 0 0 1 0 10H9M4 10l4-4M4 10l4 4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  chevron: 'M9 5l7 7-7 7',
  warning: 'M12 4 2.500 20h19L12 4Zm0 6v5m0 2.500v.01',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 3v.01',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  filter: 'M4 6h16M7 12h10M10 18h4',
  back: 'M15 5l-7 7 7 7',
  topics:
    'M6 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm12 3a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM9 21a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm-1.800-13.200 1.200 8.400M8.500 6.200l7 1.800m.5 2.500-5.300 6.300',
  agents: 'M5 8h14v11H5zM12 8V4M9 13h.01M15 13h.01M2 12v4M22 12v4',
  learning: 'M4 19l5-6 4 3 7-10M15 6h5v5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: the control it sits in carries the name. */
export const Icon = iconOf(PATHS);
