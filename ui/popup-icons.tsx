/** Outlines on a 24-unit square, drawn with the current text colour: those of the popup, which has to be light. */
export const POPUP_PATHS = {
  close: 'M6 6l12 12M18 6 6 18',
  pin: 'M9 3h6l-1 6 4 4v2H6v-2l4-4-1-6Zm3 12v6',
  open: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  details: 'M4 6h16M4 12h16M4 18h10',
  menu: 'M4 7h16M4 12h16M4 17h16',
  why: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.500v.01',
  like: 'M5 7h10v10H5zM9 3h10v10',
  chat: 'M4 5h16v11H10l-5 4v-4H4V5Zm4 4h8M8 12h5',
} as const;

type Props<Name extends string> = { readonly name: Name; readonly size?: number };

/** An icon out of a set. Decorative: the control it sits in carries the name. */
export const iconOf =
  <Name extends string>(paths: Readonly<Record<Name, string>>) =>
  ({ name, size = 18 }: Props<Name>) => (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );

export const PopupIcon = iconOf(POPUP_PATHS);
