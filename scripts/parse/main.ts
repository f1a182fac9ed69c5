import { readFileSync } from 'node:fs';
import { openStream, SITES, siteOf } from '../../core/capture/index.ts';
import type { Observation } from '../../core/model/capture.ts';
import { type ParseOptions, readArguments } from './arguments.ts';
import { isEventStream, isHtml, siteOfMarkup, statedUrl } from './detect.ts';
import type { PageReader } from './page-reader.ts';
import { parseJsonFile, parseStream } from './parse-wire.ts';
import { idOfFile, lineOf, NotUnderstood } from './parsed.ts';

let reader: PageReader | undefined;

const parsePage = async (bytes: Uint8Array, html: string, options: ParseOptions): Promise<Observation[]> => {
  const stated = options.url ?? statedUrl(html);
  const site = options.site ?? (stated === undefined ? undefined : siteOf(stated)) ?? siteOfMarkup(html);
  if (!site)
    throw new NotUnderstood('a page that looks like none of the known sites; say which with --site.');
  // Loaded for pages only: it brings a browser.
  reader ??= await (await import('./page-reader.ts')).PageReader.open();
  const { reading, url } = await reader.read(site, html, stated, idOfFile(bytes));
  if (reading.kind === 'observation') return [reading.observation];
  if (reading.kind === 'temporary')
    throw new NotUnderstood(`a temporary chat (${url}), which is left alone.`);
  if (reading.kind === 'empty') throw new NotUnderstood(`a page of ${site} without messages.`);
  throw new NotUnderstood(`a page of ${site} whose markup is unknown. Its structure:\n${reading.report}`);
};

/** Frames of the Connect protocol start with a flag byte, which no text does. */
const parseFrames = (bytes: Uint8Array, { url }: ParseOptions): Observation[] => {
  const address = url ?? `${SITES.claude.origin}/claudeai-rpc/ConversationService/ReadConversation`;
  const frames = openStream('claude', {
    url: address,
    method: 'POST',
    contentType: 'application/connect+json',
  });
  const found = frames?.push(bytes);
  if (!found) throw new NotUnderstood('binary frames without a conversation in JSON.');
  return [found];
};

type Parsed = { readonly observations: readonly Observation[]; readonly isWhole: boolean };

const whole = (observations: readonly Observation[]): Parsed => ({ observations, isWhole: true });

const parseFile = async (file: string, options: ParseOptions): Promise<Parsed> => {
  const bytes = readFileSync(file);
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new NotUnderstood('an empty file.');
  if ((bytes[0] ?? 0) <= 3) return whole(parseFrames(bytes, options));
  if (isHtml(text)) return whole(await parsePage(bytes, text, options));
  if (isEventStream(text)) {
    const { observation, isWhole } = parseStream(file, bytes, options);
    return { observations: [observation], isWhole };
  }
  if (/^\s*[[{]/.test(text)) return whole(parseJsonFile(bytes, options));
  throw new NotUnderstood('neither a saved page, nor an event stream, nor JSON.');
};

const main = async (): Promise<number> => {
  let failed = 0;
  const options = readArguments(process.argv.slice(2));
  for (const file of options.files) {
    try {
      const { observations, isWhole } = await parseFile(file, options);
      for (const observation of observations) process.stdout.write(`${lineOf(file, observation)}\n`);
      if (!isWhole)
        throw new NotUnderstood('to its end: the stream breaks off; what came before is printed.');
    } catch (error) {
      failed += 1;
      process.stderr.write(
        `${file}: not understood: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return failed === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`parse: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await reader?.close();
}
