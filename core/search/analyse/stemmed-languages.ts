/** Name of the Snowball algorithm by language (ISO 639-1); the builds leave all others out of the package. */
export const SNOWBALL_NAME: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  ru: 'russian',
  ar: 'arabic',
  tr: 'turkish',
};
