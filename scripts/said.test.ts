import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../core/rank/feature-space.ts';
import { facetsOf } from '../core/rank/preferences.ts';
import { PROJECT_SOURCES } from '../core/rank/project-guess.ts';
import type { CandidateMeta } from '../core/rank/types.ts';
import { ACTIVITIES } from '../core/rank/workflow/activity.ts';
import { RULES } from '../core/trust/detect/rules.ts';
import { de } from '../ui/i18n/de/said.ts';
import { rules as rulesInEnglish } from '../ui/i18n/en/said-rules.ts';
import { fr } from '../ui/i18n/fr/said.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const sources = ['core', 'entrypoints', 'ui/manager', 'workers'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
);

/** Codes of failures that reach a screen; a memory without its conversation is a mistake of ours, not a failure. */
const failureCodes = sources
  .flatMap((text) => [...text.matchAll(/(?:\bfail|new RecollectError)\(\s*'([a-z-]+\/[a-z-]+)'/g)])
  .flatMap(([, code]) => (code === undefined || code === 'store/no-conversation' ? [] : [code]));
/** Why a file is refused, in English. */
const refusals = sources
  .filter((text) => text.includes('import-error.ts'))
  .flatMap((text) =>
    [...text.matchAll(/\brefuse\([^'"]+(?:'[^']*' \},\s*)?(['"])(.*?)\1[,)]/g)].map(([, , why]) => why ?? ''),
  );

const LATE = Date.UTC(2026, 0, 1);
const MEMORY: Omit<CandidateMeta, 'role' | 'length' | 'hasCode' | 'createdAt'> = {
  agentId: 'chatgpt/plain',
  conversationKey: 'default/chatgpt:one',
  site: 'chatgpt',
  pinned: false,
  importance: 3,
  tags: ['urgent'],
};

/** Codes of health entries as they are written: beside the severity. */
const healthCodes = sources.flatMap((text) =>
  [...text.matchAll(/severity: [^\n]*\n\s*code: '([a-z-]+)'/g)].map(([, code]) => code ?? ''),
);
/** Whole codes, `area/name`, of reasons and parts. */
const wholeCodes = sources.flatMap((text) =>
  [...text.matchAll(/'((?:reason|found|pattern|query)\/[a-z/-]+)'/g)].map(([, code]) => code ?? ''),
);

describe.each([
  ['German', de],
  ['French', fr],
])('the sentences of the vault in %s', (_, words) => {
  it('have words for what went wrong and what was done', () => {
    expect(healthCodes.length).toBeGreaterThan(10);
    const keys = healthCodes.flatMap((code) => [`health/${code}`, `health/${code}/action`]);
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('have words for every reason', () => {
    expect(wholeCodes.length).toBeGreaterThan(6);
    expect(wholeCodes.filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('have words for every failure that a person can meet', () => {
    expect(failureCodes.length).toBeGreaterThan(12);
    expect(failureCodes.filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('have words for every reason to refuse a file', () => {
    expect(refusals.length).toBeGreaterThan(20);
    expect(refusals.filter((why) => words[`refused/${why}`] === undefined)).toEqual([]);
  });

  it('have words for every rule of the detectors', () => {
    expect(RULES.length).toBeGreaterThan(10);
    const missing = RULES.filter(({ rule }) => words[`rule/${rule}`] === undefined);
    expect(missing.map(({ rule }) => rule)).toEqual([]);
    const unsaid = RULES.filter(({ rule }) => rulesInEnglish[`rule/${rule}`] === undefined);
    expect(unsaid.map(({ rule }) => rule)).toEqual([]);
  });

  it('have words for everything a preference can be about', () => {
    const metas = (['user', 'assistant', 'note'] as const).flatMap((role) =>
      [10, 500, 5_000].flatMap((length) => [
        { ...MEMORY, role, length, hasCode: true, createdAt: 0 },
        { ...MEMORY, role, length, hasCode: false, createdAt: LATE },
      ]),
    );
    const facets = metas.flatMap((meta) => facetsOf(meta, LATE));
    // Agents and tags have names of their own, which stand in the sentence.
    const keys = facets.map((facet) => `what/${facet.replace(/^(agent|tag):.*/, '$1').replace(':', '/')}`);
    expect(new Set(keys).size).toBeGreaterThan(10);
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('have words for every step of a habit', () => {
    expect(ACTIVITIES.filter((activity) => words[`activity/${activity}`] === undefined)).toEqual([]);
  });

  it('have words for every source of a project', () => {
    expect(PROJECT_SOURCES.filter((source) => words[`project/${source}`] === undefined)).toEqual([]);
  });

  it('have words for every feature that was learned, for and against', () => {
    const keys = FEATURES.flatMap((name) => [`learned/${name}/up`, `learned/${name}/down`]);
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
  });
});

it('both languages word the same sentences with the same places to fill', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(de).sort());
  const places = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
  for (const [key, message] of Object.entries(de)) {
    if (typeof message === 'string') expect(places(fr[key]), key).toEqual(places(message));
  }
});
