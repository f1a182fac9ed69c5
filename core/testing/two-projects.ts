import { Vault } from '../vault.ts';
import { MemoryPlaces } from './memory-places.ts';
import { observation, SENDER, turn } from './observations.ts';

export const PROJECTS = ['garden', 'engine'] as const;
export type Project = (typeof PROJECTS)[number];
const TURNS = 6;

/** A vault with two projects that speak of the same things in the same words, and a clock to set. */
export const twoProjects = async () => {
  let now = Date.UTC(2026, 5, 1, 8);
  const places = new MemoryPlaces();
  const vault = Vault.open({ places, now: () => now });
  const chatOf = (project: Project, index: number) =>
    observation(
      `${project}-${index}`,
      [turn('1', 'user', `Notes on pump number ${index} and its valve for the ${project}`)],
      { project },
    );
  for (const project of PROJECTS)
    for (let index = 0; index < TURNS; index++) await vault.append(chatOf(project, index), SENDER);
  const tick = (ms: number): void => {
    now += ms;
  };
  return {
    vault,
    places,
    tick,
    now: () => now,
    /** Opens the vault again, as after a restart of the browser. */
    reopen: () => Vault.open({ places, now: () => now }),
    /** Opens chats of a project again: they are on the screen. */
    visit: async (project: Project) => {
      for (let index = 0; index < TURNS; index++) await vault.append(chatOf(project, index), SENDER);
    },
    /** Searches ten minutes apart, each time copying a result of the project. */
    use: async (project: Project, times: number) => {
      for (let index = 0; index < times; index++) {
        tick(600_000);
        const { impression = '', hits } = await vault.search({ query: `pump valve ${index % 7}` });
        const chosen = hits.filter(({ row }) => row.project === project)[index % 3];
        if (chosen) await vault.signal(impression, chosen.row.seq, 'copy');
      }
    },
  };
};

/** Projects of the results, best first. */
export const projectsOf = async (vault: Vault, query = 'pump valve') =>
  (await vault.search({ query })).hits.map(({ row }) => row.project);

/** Numbers of the results, best first. */
export const seqsOf = async (vault: Vault, query = 'pump valve') =>
  (await vault.search({ query })).hits.map(({ row }) => row.seq);
