import { join } from 'node:path';
import process from 'node:process';
import { extensionBase } from '../browser/vault-page.ts';
import { plantArchive } from '../privacy/corpus.ts';
import { importPlanted } from './crash-acts.ts';
import { fingerprint } from './fingerprint.ts';
import { allTexts, type Kept, keptOf, type LiveChats, mark } from './live-chats.ts';

const EXCHANGES = 4;
/** Room beyond what is used: too little for one page of a conversation. */
const SLACK_BYTES = 1_000;
/** The vault looks every half minute whether there is room again, then pages send what they kept. */
const AGAIN_MS = 120_000;

export type QuotaFigures = {
  /** What was said while there was no room, once there was room again. */
  readonly kept: Kept;
  /** Acts without room that the person was told of, of {@link acts}. */
  readonly told: number;
  readonly acts: number;
  /** Acts without room after which the vault was not what it had been before. */
  readonly torn: number;
};

/** Takes the room away while a chat is captured, an archive imported and a part erased, and gives it back. */
export const fillDisk = async (chats: LiveChats, folder: string, size: number): Promise<QuotaFigures> => {
  const { page } = chats.browser;
  const origin = extensionBase(page);
  const session = await page.context().newCDPSession(page);
  const takeRoom = async (): Promise<void> => {
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + SLACK_BYTES });
  };
  const giveRoom = () => session.send('Storage.overrideQuotaForOrigin', { origin });
  let [told, torn] = [0, 0];
  const compare = async (act: string, before: string): Promise<void> => {
    const after = await fingerprint(page);
    if (after === before) return;
    torn += 1;
    process.stderr.write(`bench: torn by an ${act} without room: ${after}\n  not ${before}\n`);
  };

  const { path } = await plantArchive(join(folder, 'planted.zip'), size);
  await importPlanted(chats.browser, path);
  const whole = await fingerprint(page);
  await takeRoom();
  const larger = await plantArchive(join(folder, 'larger.zip'), size + 2_500);
  const imported = await importPlanted(chats.browser, larger.path).then(() => '', String);
  if (/not enough room on the disk/.test(imported)) told += 1;
  await compare('import', whole);

  await giveRoom();
  await page.evaluate(async () => {
    await window.vault.changeSettings({ eraseDelaySeconds: 3_600 });
    const { rows } = await window.vault.list({}, 0, 100);
    await window.vault.erase({ kind: 'memories', seqs: rows.map(({ seq }) => seq) });
  });
  const waiting = await fingerprint(page);
  await takeRoom();
  const erased = await page.evaluate(async () => {
    const result = await window.vault.completeErase();
    return result.ok ? 'done' : result.error.code;
  });
  if (erased === 'erase/disk-full') told += 1;
  await compare('erase', waiting);

  const chat = await chats.chat('chatgpt', 'search-unit');
  const marks: string[] = [];
  for (let number = 0; number < EXCHANGES; number++) {
    const word = mark('full', number);
    marks.push(word);
    await chat.say(`say: The harbour ${word} is full tonight.`);
  }
  // A few words may still fit into the database's own file: then only the safety copy finds no room.
  const health = await page.evaluate(async () => (await window.vault.health()).map(({ code }) => code));
  if (health.includes('disk-full') || health.includes('journal-not-written')) told += 1;
  await giveRoom();
  let kept = keptOf(marks, await allTexts(page));
  for (const started = performance.now(); kept.lost > 0 && performance.now() - started < AGAIN_MS; ) {
    await page.waitForTimeout(500);
    kept = keptOf(marks, await allTexts(page));
  }
  await chat.page.close();
  await session.detach();
  return { kept, told, acts: 3, torn };
};
