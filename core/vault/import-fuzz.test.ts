import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportedBlob, filesOf, repackedWithSums } from '../testing/archives.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const RUNS = 5_000;
const MEMORIES = 3;
const dataFolder =
  process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

let target: Vault;
let bytes: Uint8Array;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  const source = Vault.open({ places: new MemoryPlaces() });
  await source.append(
    observation('a', [
      turn('1', 'user', 'How do I prune a pear tree?'),
      turn('2', 'assistant', 'In winter.', { model: 'm1', thinking: 'dormant wood' }),
    ]),
    SENDER,
  );
  await source.append(observation('b', [turn('1', 'user', 'Unrelated line')]), SENDER);
  const zip = await exportedBlob(source);
  bytes = new Uint8Array(await zip.arrayBuffer());
  files = await filesOf(zip);
  target = Vault.open({ places: new MemoryPlaces() });
});

/** Imports into the same vault again and again: whatever was refused must have left it as it was. */
const importInto = async (file: Blob): Promise<'imported' | 'refused'> => {
  const before = (await target.list({}, 0, 1)).total;
  const result = await target.importFrom(file, { bringBackErased: true });
  const after = (await target.list({}, 0, 1)).total;
  if (result.ok) return 'imported';
  expect(result.error.code).toBe('import/refused');
  expect(after).toBe(before);
  return 'refused';
};

describe('an import file', () => {
  it('with any bytes changed is refused or is still the whole export', async () => {
    const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const mutated = bytes.slice() as Uint8Array<ArrayBuffer>;
        for (const [at, byte] of changes) mutated[at] = byte;
        await importInto(new Blob([mutated]));
        expect([0, MEMORIES]).toContain((await target.list({}, 0, 1)).total);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('with well-summed lines of any JSON in place of a record or a field is refused or imported whole', async () => {
    const memories = strFromU8(files['memories-0001.jsonl'] ?? new Uint8Array())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const fields = Object.keys(memories[0] ?? {});
    const mutation = fc.record({
      line: fc.nat(memories.length - 1),
      field: fc.oneof(fc.constantFrom(...fields), fc.constantFrom('__proto__', 'constructor', 'extra')),
      value: fc.jsonValue(),
      whole: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ line, field, value, whole }) => {
        const text = memories
          .map((memory, index) => {
            if (index !== line) return JSON.stringify(memory);
            if (whole) return JSON.stringify(value);
            const entries = Object.entries(memory).filter(([name]) => name !== field);
            const body = [...entries, [field, value] as const]
              .map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`)
              .join(',');
            return `{${body}}`;
          })
          .join('\n');
        await importInto(repackedWithSums({ ...files, 'memories-0001.jsonl': strToU8(`${text}\n`) }));
        expect(({} as Record<string, unknown>).extra).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  const suite = `${dataFolder}/fuzz/json-test-suite`;
  if (!existsSync(suite)) console.warn(`SKIPPED: the JSON parser test suite is not at ${suite}`);
  it.runIf(existsSync(suite))(
    'holding any file of the JSON parser test suite as a line is refused',
    async () => {
      for (const name of readdirSync(suite)) {
        const line = readFileSync(`${suite}/${name}`);
        const changed = repackedWithSums({
          ...files,
          'memories-0001.jsonl': Buffer.concat([line, strToU8('\n')]),
        });
        expect([name, await importInto(changed)]).toEqual([name, 'refused']);
      }
    },
    60_000,
  );
});
