import { iconOf, PIN_PATH } from './icon-of.tsx';

/** Outlines on a 24-unit square, drawn with the current text colour: those of the popup, which has to be light. */
export const POPUP_PATHS = {
  close: 'M6 6l12 12M18 6 6 18',
  pin: PIN_PATH,
  open: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  details: 'M4 6h16M4 12h16M4 18h10',
  menu: 'M4 7h16M4 12h16M4 17h16',
  why: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.500v.01',
  like: 'M5 7h10v10H5zM9 3h10v10',
  chat: 'M4 5h16v11H10l-5 4v-4H4V5Zm4 4h8M8 12h5',
} as const;

export const PopupIcon = iconOf(POPUP_PATHS);
