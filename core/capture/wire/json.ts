/** Reads of foreign JSON: a wrong shape is `undefined`, never an exception. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (value: unknown, key: string): Json | undefined => {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : undefined;
};

export const listIn = (value: unknown, key: string): readonly unknown[] => {
  const found = isJson(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
};

/** A string that is not empty. */
export const stringIn = (value: unknown, key: string): string | undefined => {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

export const numberIn = (value: unknown, key: string): number | undefined => {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
};

/** JSON, or undefined where the text is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const YEAR_2000 = 946_684_800_000;
const YEAR_2100 = 4_102_444_800_000;

const plausible = (ms: number): number | undefined =>
  ms >= YEAR_2000 && ms <= YEAR_2100 ? Math.round(ms) : undefined;

/** Milliseconds since the epoch from seconds. */
export const timeOfSeconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : plausible(seconds * 1000);

/** Milliseconds since the epoch from an ISO 8601 text. */
export const timeOfIso = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : plausible(Date.parse(text) || 0);
