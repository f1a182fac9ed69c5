import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { parseArgs } from './harness/parse-args.ts';
import type { BenchOptions, BenchRecord } from './harness/record.ts';
import { formatTable } from './harness/table.ts';

type BenchModule = { run(options: BenchOptions): Promise<BenchRecord[]> };

const load = async (name: string): Promise<BenchModule> => {
  const file = new URL(`./${name}/index.ts`, import.meta.url);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) throw new Error(`bench: there is no bench named ${name}`);
  return (await import(file.href)) as BenchModule;
};

const main = async (): Promise<void> => {
  const command = parseArgs(process.argv.slice(2));
  const { run } = await load(command.name);
  const records = await run(command.options);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  process.stdout.write(`bench ${command.name}, ${new Date().toISOString().slice(0, 10)}, ${machine}\n\n`);
  process.stdout.write(`${formatTable(records)}\n`);
  if (command.json) {
    await mkdir(dirname(command.json), { recursive: true });
    await writeFile(command.json, `${JSON.stringify(records, undefined, 1)}\n`);
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
