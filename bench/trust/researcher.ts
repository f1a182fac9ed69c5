import type { Family } from './families.ts';
import { pick } from './random.ts';

const FRAMES: readonly ((quoted: string) => string)[] = [
  (q) =>
    `For the talk on prompt injection I collected what people really send. This one came in a support ticket last week:\n\n> ${q.replace(/\n/g, '\n> ')}\n\nWhat makes it work is the false authority. I would filter on who wrote it rather than on the words.`,
  (q) =>
    `Our red team logged the following message, and the older model went along with it, while the newer one refused:\n\n\`\`\`\n${q.replace(/`/g, "'")}\n\`\`\`\n\nCould you classify the technique and compare it with those in the paper?`,
  (q) =>
    `The attack class is well described in the literature. A typical sample reads "${q.replace(/["\n]/g, ' ').slice(0, 500)}" and defenders usually answer it with data marking and with least privilege for tools.`,
];

/** Messages of someone who studies attacks: half of them quote one, the way people do, half are about other things. */
export const researcherTexts = (
  attacks: readonly Family[],
  benign: readonly Family[],
  count: number,
  random: () => number,
): string[] => {
  const samples = attacks.flatMap(({ texts }) => texts).filter((text) => text.length <= 800);
  const ordinary = benign.flatMap(({ texts }) => texts);
  return Array.from({ length: count }, (_, index) =>
    index % 2 ? pick(ordinary, random) : pick(FRAMES, random)(pick(samples, random)),
  );
};
