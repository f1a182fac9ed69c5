import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type Talk = {
  readonly corpus: 'beam' | 'locomo';
  /** What the talk is about, as far as the data set says: one number per chat folder or dialogue. */
  readonly subject: number;
  readonly turns: readonly string[];
};

export type NamedGraph = {
  readonly name: string;
  readonly n: number;
  readonly edges: readonly (readonly [number, number, number?])[];
  /** Distribution of leidenalg over 50 seeds, where the file has one. */
  readonly reference?: { readonly median: number; readonly best: number };
};

export type GraphData = { readonly talks: Talk[]; readonly graphs: NamedGraph[] };

type BeamChat = readonly { readonly turns: readonly (readonly { readonly content: string }[])[] }[];
type LocomoSample = { readonly conversation: Readonly<Record<string, unknown>> };
type ReferenceEntry = {
  readonly n: number;
  readonly edges: NamedGraph['edges'];
  readonly best_modularity?: number;
  readonly leiden_iter_until_stable?: { readonly median: number };
};

/** Marks of the generator at the end of user turns: "->-> 3,12". */
const MARK = /\s*->->\s*[\d,\s]*$/;

const jsonFiles = (path: string): string[] => {
  if (!statSync(path).isDirectory()) return path.endsWith('.json') ? [path] : [];
  return readdirSync(path)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((name) => jsonFiles(join(path, name)));
};

const turnsOfBeam = (chat: BeamChat): string[] =>
  chat.flatMap(({ turns }) => turns.flat().map(({ content }) => content.replace(MARK, '')));

const turnsOfLocomo = ({ conversation }: LocomoSample): string[] => {
  const turns: string[] = [];
  for (let session = 1; session < 200; session++) {
    const said = conversation[`session_${session}`];
    if (Array.isArray(said)) turns.push(...said.map(({ text }: { text: string }) => text));
  }
  return turns;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads every chat, dialogue file and graph file under the paths; other files are left alone. */
export const readGraphData = (paths: readonly string[]): GraphData => {
  const talks: Talk[] = [];
  const graphs: NamedGraph[] = [];
  for (const file of paths.flatMap(jsonFiles)) {
    const isChat = basename(file) === 'chat.json';
    const near = basename(dirname(file));
    if (!isChat && !/locomo|leiden/i.test(`${near}/${basename(file)}`) && !paths.includes(file)) continue;
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isChat) {
      talks.push({ corpus: 'beam', subject: talks.length, turns: turnsOfBeam(content as BeamChat) });
    } else if (Array.isArray(content)) {
      for (const sample of content) {
        if (!isObject(sample) || !isObject(sample.conversation)) continue;
        const turns = turnsOfLocomo(sample as LocomoSample);
        talks.push({ corpus: 'locomo', subject: talks.length, turns });
      }
    } else if (isObject(content)) {
      for (const [name, value] of Object.entries(content)) {
        if (!isObject(value) || !Array.isArray(value.edges)) continue;
        const entry = value as ReferenceEntry;
        const { leiden_iter_until_stable: leidenalg, best_modularity: best } = entry;
        graphs.push({
          name,
          n: entry.n,
          edges: entry.edges,
          ...(leidenalg && best !== undefined ? { reference: { median: leidenalg.median, best } } : {}),
        });
      }
    }
  }
  return { talks, graphs };
};

/** The data folders of a checkout that has them. */
export const defaultDataPaths = (root: string): string[] =>
  ['beam', 'locomo', 'leiden'].map((name) => join(root, name)).filter((path) => existsSync(path));
