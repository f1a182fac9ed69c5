import { afterAll, beforeAll, vi } from 'vitest';
import type { PageReading, SiteId } from '../../core/capture/index.ts';
import type { CapturedTurn, Observation } from '../../core/model/capture.ts';
import { PageReader } from './page-reader.ts';

const ADDRESS = {
  chatgpt: 'https://chatgpt.com/c/aaaaaaaa-0000-4000-8000-00000000000f',
  claude: 'https://claude.ai/chat/cccccccc-0000-4000-8000-00000000000f',
} as const;

/** Reads variants of a site's pages, written by us, each with one thing that pages are known to do. */
export const variantReader = (site: SiteId) => {
  let reader: PageReader;
  vi.setConfig({ testTimeout: 60_000 });
  beforeAll(async () => {
    reader = await PageReader.open();
  }, 60_000);
  afterAll(() => reader.close());

  const read = async (body: string, url: string): Promise<PageReading> =>
    (await reader.read(site, `<!doctype html><title>Mill book</title><body>${body}`, url, 'derived-none'))
      .reading;

  const observed = async (body: string, url: string = ADDRESS[site]): Promise<Observation> => {
    const reading = await read(body, url);
    if (reading.kind !== 'observation') throw new Error(`read as ${reading.kind}`);
    return reading.observation;
  };

  const turns = async (body: string): Promise<readonly CapturedTurn[]> => (await observed(body)).turns;
  return { observed, turns };
};
