type Props<Name extends string> = { readonly name: Name; readonly size?: number };

/** An icon out of a set. Decorative: the control it sits in carries the name. */
export const iconOf =
  <Name extends string>(paths: Readonly<Record<Name, string>>) =>
  ({ name, size = 18 }: Props<Name>) => (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );

/** The one icon of a list's first sight. */
export const PIN_PATH = 'M9 3h6l-1 6 4 4v2H6v-2l4-4-1-6Zm3 12v6';
export const PinIcon = iconOf({ pin: PIN_PATH });
