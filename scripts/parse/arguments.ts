import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ORIGINS_BY_SITE, type SiteId } from '../../core/capture/index.ts';

export type ParseOptions = {
  readonly files: readonly string[];
  readonly site?: SiteId;
  readonly url?: string;
};

export const USAGE = 'npm run parse -- FILE... [--site chatgpt|claude] [--url URL]';

const isSite = (name: string): name is SiteId => Object.hasOwn(ORIGINS_BY_SITE, name);

/** Relative names are meant from where the person stands, which npm leaves for the root of the project. */
const located = (file: string): string => {
  const from = process.env['INIT_CWD'];
  const there = from === undefined ? undefined : resolve(from, file);
  return there !== undefined && existsSync(there) ? there : resolve(file);
};

/** Reads the command line; throws one sentence when it cannot be meant. */
export const readArguments = (list: readonly string[]): ParseOptions => {
  const files: string[] = [];
  let site: SiteId | undefined;
  let url: string | undefined;
  for (let at = 0; at < list.length; at++) {
    const [name = '', inline] = (list[at] ?? '').split(/=(.*)/s);
    const value = () => inline ?? list[++at] ?? '';
    if (name === '--site') {
      const wanted = value();
      if (!isSite(wanted))
        throw new Error(`--site ${wanted} is not known: ${Object.keys(ORIGINS_BY_SITE).join(' or ')}.`);
      site = wanted;
    } else if (name === '--url') {
      url = value();
      if (!URL.canParse(url)) throw new Error(`--url ${url} is not an address.`);
    } else if (name.startsWith('--')) throw new Error(`${name} is not known. ${USAGE}`);
    else files.push(located(list[at] ?? ''));
  }
  if (files.length === 0) throw new Error(`No file given. ${USAGE}`);
  return { files, ...(site ? { site } : {}), ...(url ? { url } : {}) };
};
