import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, Zip, ZipPassThrough, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../privacy/transfer/zip-reader.ts';
import { exportedBlob, filesOf, repacked, repackedWithSums } from '../testing/archives.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

type Files = Record<string, Uint8Array>;

let whole: Blob;
let files: Files;

beforeAll(async () => {
  const source = Vault.open({ places: new MemoryPlaces() });
  await source.append(
    observation('a', [
      turn('1', 'user', 'Where is the well?', { model: 'm1' }),
      turn('2', 'assistant', 'Behind the barn.', { model: 'm1' }),
    ]),
    SENDER,
  );
  whole = await exportedBlob(source);
  files = await filesOf(whole);
});

/** Imports into a vault that has something; answers the refusal, after proving that nothing else changed. */
const refusalOf = async (file: Blob): Promise<string> => {
  const places = new MemoryPlaces();
  const vault = Vault.open({ places });
  await vault.append(observation('own', [turn('1', 'user', 'my own words')]), SENDER);
  const look = async () => ({
    rows: (await vault.list({}, 0, 10)).rows,
    receipts: await vault.receipts(),
    places: await places.list(),
    tombstones: (await vault.inventory()).find(({ kind }) => kind === 'tombstones'),
  });
  const before = await look();
  const result = await vault.importFrom(file, { bringBackErased: true, ownFile: true });
  expect(await look()).toEqual(before);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  if (result.ok) return 'imported';
  expect(result.error.code).toBe('import/refused');
  return result.error.message;
};

/** The export with one line of `name` replaced, its sums and counts right again. */
const withLine = (name: string, change: (line: string) => string): Blob => {
  const lines = strFromU8(files[name] ?? new Uint8Array())
    .trim()
    .split('\n');
  const changed = lines.map((line, index) => (index === 0 ? change(line) : line));
  return repackedWithSums({ ...files, [name]: strToU8(`${changed.join('\n')}\n`) });
};

const withField = (name: string, field: string, json: string): Blob =>
  withLine(name, (line) => line.replace(/^\{/, `{${JSON.stringify(field)}:${json},`));

/** A zip whose one file unpacks to `size` zeros. */
const bomb = (name: string, size: number): Blob => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((_, chunk) => void chunks.push(chunk as Uint8Array<ArrayBuffer>));
  const file = new ZipPassThrough(name);
  file.compression = 8;
  zip.add(file);
  file.push(deflateRawSync(Buffer.alloc(size)), true);
  zip.end();
  return new Blob(chunks);
};

describe('an import file is refused with the place and the reason, and nothing is written,', () => {
  for (const name of [
    '../evil.jsonl',
    '..\\evil.jsonl',
    '/etc/memories-0001.jsonl',
    'C:\\memories-0001.jsonl',
    'x/memories-0001.jsonl',
    'memories-0001.jsonl/../../x',
    'memories-0001.jsonl\0.html',
    '__proto__',
    'constructor',
    'conversations.json',
  ])
    it(`when it holds a file named ${JSON.stringify(name)}`, async () => {
      const entries = Object.fromEntries([...Object.entries(files), ['placeholder', strToU8('{}\n')]]);
      const zipped = zipSync(entries) as Uint8Array<ArrayBuffer>;
      // Written by hand: an object could not have a property "__proto__".
      const renamed = renameInZip(zipped, 'placeholder', name);
      expect(await refusalOf(new Blob([renamed]))).toMatch(/The archive.*no export of Recollect has/);
    });

  for (const [name, field, json, reason] of [
    ['memories-0001.jsonl', '__proto__', '{"polluted":true}', /memories-0001\.jsonl, line 1/],
    ['memories-0001.jsonl', 'constructor', '{"prototype":{"polluted":true}}', /memories-0001\.jsonl, line 1/],
    ['conversations-0001.jsonl', '__proto__', '{"polluted":true}', /conversations-0001\.jsonl, line 1/],
    ['agents-0001.jsonl', '__proto__', '{"polluted":true}', /agents-0001\.jsonl, line 1/],
    ['memories-0001.jsonl', 'extra', '1', /memories-0001\.jsonl, line 1: field "extra"/],
  ] as const)
    it(`when ${name} has a field ${field}`, async () => {
      expect(await refusalOf(withField(name, field, json))).toMatch(reason);
    });

  for (const [what, change, reason] of [
    ['is not JSON', () => '{"id":', /line 1.*not JSON/],
    ['is nested without end', () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /line 1/],
    [
      'has a number beyond every date',
      (line: string) => line.replace(/"createdAt":\d+/, '"createdAt":1e300'),
      /createdAt/,
    ],
    [
      'has a label of its own making',
      (line: string) => line.replace(/"label":"[^"]+"/, '"label":"system"'),
      /label/,
    ],
    [
      'belongs to another conversation',
      (line: string) => line.replace(/"conversation":"[^"]+"/, '"conversation":"default/chatgpt:zz"'),
      /does not belong/,
    ],
    ['has the role of a system', (line: string) => line.replace(/"role":"[^"]+"/, '"role":"system"'), /role/],
  ] as const)
    it(`when a memory ${what}`, async () => {
      expect(await refusalOf(withLine('memories-0001.jsonl', change))).toMatch(reason);
    });

  it('when its conversation has an address that runs a script', async () => {
    const changed = withLine('conversations-0001.jsonl', (line) =>
      line.replace(/"url":"[^"]*"/, '"url":"javascript:alert(1)"'),
    );
    expect(await refusalOf(changed)).toMatch(/conversations-0001\.jsonl, line 1.*url/);
  });

  it('when it is cut off anywhere', async () => {
    const step = Math.ceil(whole.size / 40);
    for (let size = 0; size < whole.size; size += step)
      expect(await refusalOf(whole.slice(0, size))).toMatch(/truncated|not a zip file/);
  });

  it('when it is compressed in a way of which we know nothing, or by another program', async () => {
    const unknown = new Uint8Array(await whole.arrayBuffer());
    const method = 8;
    expect(unknown[method]).toBe(8);
    unknown[method] = 12;
    expect(await refusalOf(new Blob([unknown]))).toMatch(/The archive.*damaged/);
    expect(await refusalOf(new Blob(['%PDF-1.7']))).toMatch(/not a zip file/);
    expect(await refusalOf(repacked({ mimetype: strToU8('application/epub+zip') }))).toMatch(/no export/);
  });

  it('when its manifest lies about counts, names or the version', async () => {
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      counts: Record<string, number>;
      files: object[];
    };
    const lie = (change: object) =>
      refusalOf(repacked({ ...files, 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...change })) }));
    expect(await lie({ counts: { ...manifest.counts, memories: 1_000_000_000 } })).toMatch(
      /manifest\.json.*memories/,
    );
    expect(await lie({ files: [] })).toMatch(/does not name/);
    expect(await lie({ version: 99 })).toMatch(/manifest\.json.*newer Recollect/);
    expect(await lie({ version: 'one' })).toMatch(/manifest\.json.*version/);
    expect(await lie({ files: 'all' })).toMatch(/manifest\.json.*files/);
  });

  it('when one of its files unpacks to more than any export holds', async () => {
    const bytes = bomb('memories-0001.jsonl', 300_000_000);
    expect(bytes.size).toBeLessThan(4_000_000);
    expect(await refusalOf(bytes)).toMatch(/memories-0001\.jsonl.*larger than any export/);
  }, 60_000);

  it('when all of its files together do', async () => {
    const line = strToU8('{}\n'.repeat(1_000));
    const read = async () => {
      let seen = 0;
      const limits = { fileBytes: 10_000, totalBytes: 7_000 };
      const archive = repacked({
        'agents-0001.jsonl': line,
        'agents-0002.jsonl': line,
        'agents-0003.jsonl': line,
      });
      for await (const { bytes } of readZip(archive, new AbortController().signal, limits))
        seen += bytes.length;
      return seen;
    };
    await expect(read()).rejects.toThrow(/The archive.*unpacks to more/);
  });

  it('when a file is in it twice', async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((_, chunk) => void chunks.push(chunk as Uint8Array<ArrayBuffer>));
    for (let time = 0; time < 2; time++) {
      const file = new ZipPassThrough('agents-0001.jsonl');
      zip.add(file);
      file.push(files['agents-0001.jsonl'] ?? new Uint8Array(), true);
    }
    zip.end();
    expect(await refusalOf(new Blob(chunks))).toMatch(/agents-0001\.jsonl.*twice/);
  });
});

/** Gives a file of a zip another name: local headers and directory are written anew around the same bytes. */
const renameInZip = (zipped: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> => {
  const chunks: Uint8Array[] = [];
  const [oldName, newName] = [Buffer.from(from), Buffer.from(to)];
  const grown = newName.length - oldName.length;
  let [at, shift, directoryShift] = [0, 0, 0];
  const source = Buffer.from(zipped);
  for (let found = source.indexOf(oldName); found >= 0; found = source.indexOf(oldName, at)) {
    const inDirectory = source.readUInt32LE(found - 46) === 0x02_01_4b_50;
    const header = Buffer.from(source.subarray(at, found));
    const lengthAt = header.length - (inDirectory ? 18 : 4);
    header.writeUInt16LE(newName.length, lengthAt);
    chunks.push(header, newName);
    at = found + oldName.length;
    if (inDirectory) directoryShift += grown;
    else shift += grown;
  }
  const end = Buffer.from(source.subarray(at));
  const record = end.length - 22;
  end.writeUInt32LE(end.readUInt32LE(record + 12) + directoryShift, record + 12);
  end.writeUInt32LE(end.readUInt32LE(record + 16) + shift, record + 16);
  return Buffer.concat([...chunks, end]) as Uint8Array<ArrayBuffer>;
};
