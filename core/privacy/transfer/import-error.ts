import { RecollectError } from '../../model/result.ts';

/** A file of an archive, and the line where it is known. */
export type Place = { readonly file: string; readonly line?: number };

const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/**
 * A refused import: where in the file, why, and that nothing was written. Never quotes the file's content.
 * @param why in English, with `{name}` where one of `values` goes; pages find their own words by it
 */
export const refuse = (
  { file, line }: Place,
  why: string,
  values: Readonly<Record<string, string | number>> = {},
): RecollectError => {
  const place = line === undefined ? { file } : { file, line };
  const where = line === undefined ? '{file}' : '{file}, line {line}';
  return new RecollectError(
    'import/refused',
    `${filled(where, place)}: ${filled(why, values)}. Nothing was imported.`,
    { ...place, ...values, where, why },
  );
};

export const ARCHIVE: Place = { file: 'The archive' };
