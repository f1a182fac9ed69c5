const DARK = '(prefers-color-scheme: dark)';

/** True while the page is shown dark, by its own setting or the system's. */
export const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia(DARK).matches;
};

/** Calls back whenever the page may have changed between light and dark, until the returned function is called. */
export const onThemeChange = (callback: () => void): (() => void) => {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const themes = matchMedia(DARK);
  themes.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    themes.removeEventListener('change', callback);
  };
};
