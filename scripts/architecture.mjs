// Checks the arrows between folders. Fails when too few modules were read, so that it cannot pass empty.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ROOT } from './lib/paths.mjs';

/** Fewer own modules than this means that the reader saw nothing (TypeScript 7 makes it see 0). */
const FEWEST_MODULES = 100;

const FOLDERS = ['core', 'workers', 'ui', 'entrypoints', 'app', 'replica', 'e2e', 'bench', 'scripts'];

process.chdir(ROOT);
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(
  FOLDERS.filter((folder) => existsSync(folder)),
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const own = output.modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
const arrows = own.reduce((sum, { dependencies }) => sum + dependencies.length, 0);

for (const { from, to, rule, cycle } of output.summary.violations) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  const { comment } = forbidden.find(({ name }) => name === rule.name) ?? {};
  process.stdout.write(`${rule.name}: ${path}\n  ${comment ?? ''}\n`);
}
const broken = output.summary.violations.length;
process.stdout.write(`${own.length} modules, ${arrows} imports, ${broken} forbidden\n`);
if (own.length < FEWEST_MODULES)
  process.stdout.write(`Only ${own.length} modules were read, at least ${FEWEST_MODULES} are expected.\n`);
process.exitCode = broken > 0 || own.length < FEWEST_MODULES ? 1 : 0;
