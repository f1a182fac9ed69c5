export type Answer = { readonly text: string; readonly thinking?: string };

type Canned = Answer & { readonly about: RegExp };

const CANNED: readonly Canned[] = [
  {
    about: /\b(backup|3-2-1|restore)\b/i,
    thinking:
      'They want a rule they can remember. Lead with 3-2-1, then say what people forget: the restore test.',
    text: `Keep **three copies** of anything you would miss, on **two kinds of media**, with **one away from home**.

| Copy | Where | How often |
| --- | --- | --- |
| Working copy | Laptop | always |
| Local backup | External disk | nightly |
| Remote backup | Another building | weekly |

1. Write down which folders matter.
2. Automate the nightly run.
3. Restore one file every month. *A backup nobody has restored is a hope.*`,
  },
  {
    about: /\b(debounce|throttle|typescript|javascript|function)\b/i,
    thinking: 'A debounce with a cancel method covers the usual need. Type the arguments, keep it short.',
    text: `A debounce waits until calls stop coming. Here is a typed one with \`cancel\`:

\`\`\`ts
export function debounce<A extends unknown[]>(run: (...args: A) => void, waitMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const debounced = (...args: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), waitMs);
  };
  return Object.assign(debounced, { cancel: () => clearTimeout(timer) });
}
\`\`\`

- Use it for a search field, where only the last value matters.
- Use a *throttle* for scrolling, where steady updates matter.`,
  },
  {
    about: /\b(bread|sourdough|dough|bake)\b/i,
    text: `For one loaf at **75 % hydration**:

- 400 g strong flour
- 300 g water
- 80 g ripe starter
- 8 g salt

Mix, rest for 40 minutes, then fold four times half an hour apart. Let it rise until it has grown by half, shape it, and keep it cold overnight.

> A dough that tears while folding wants rest, not flour.

Bake in a closed pot for 25 minutes at 250 °C and 20 more with the lid off.`,
  },
  {
    about: /\b(lisbon|trip|travel|train|weekend)\b/i,
    text: `Two unhurried days in **Lisbon**:

### Saturday
Walk Alfama early, before the trams fill. Lunch in Graça, sunset at *Senhora do Monte*.

### Sunday
Take the train from Cais do Sodré to Cascais, 40 minutes along the water. Sit on the left.

A day pass pays off from the fourth ride. See [the city's transport page](https://example.org/lisbon-transport) for the current fare.`,
  },
  {
    about: /\b(sql|index|postgres|database|query)\b/i,
    thinking: 'The composite index has to start with the equality column. Show the plan before and after.',
    text: `The filter is on \`customer_id\` and the order on \`created_at\`, so one composite index serves both:

\`\`\`sql
create index concurrently orders_customer_created
  on orders (customer_id, created_at desc);
\`\`\`

| Plan | Rows read | Time |
| --- | ---: | ---: |
| Sequential scan | 1,840,000 | 912 ms |
| Index scan | 25 | 0.4 ms |

Column order matters: equality first, range or order last.`,
  },
  {
    about: /\b(explain|entropy|physics|why is)\b/i,
    text: `Entropy counts **how many ways** the small parts can be arranged without the whole looking different.

A tidy deck of cards has one arrangement; a shuffled one has about 52!. Shuffling does not *seek* disorder, there are simply far more shuffled orders than tidy ones. In symbols, $S = k \\ln W$.`,
  },
];

const FALLBACK: Answer = {
  text: `That depends on what you want to keep. Three questions usually settle it:

1. **Who** has to live with the result?
2. **What** would make you undo it?
3. **When** would you notice?

Answer them in a sentence each and the choice is mostly made.`,
};

/**
 * Answer to `prompt`: scripted by the prompt itself, or canned. Deterministic.
 *
 * `say: TEXT` answers exactly TEXT; `think: A | say: B` answers B after the reasoning A; `long: N` answers N
 * numbered paragraphs. Regenerated answers (`version` ≥ 2) carry their number, so that versions differ.
 */
export const answerTo = (prompt: string, version = 1): Answer => {
  const again = version > 1 ? `\n\nVersion ${version} of this answer.` : '';
  const scripted = /^(?:think:\s*(?<thinking>[^|]*?)\s*\|\s*)?say:\s*(?<text>[\s\S]+)$/i.exec(prompt.trim());
  if (scripted?.groups) {
    const text = scripted.groups['text']! + again;
    const thinking = scripted.groups['thinking'];
    return thinking ? { text, thinking } : { text };
  }
  const long = /^long:\s*(\d{1,4})/i.exec(prompt.trim());
  if (long) {
    const count = Number(long[1]);
    return {
      text:
        Array.from({ length: count }, (_, at) => `Paragraph ${at + 1} of ${count}, one step further.`).join(
          '\n\n',
        ) + again,
    };
  }
  const { text, thinking } = CANNED.find(({ about }) => about.test(prompt)) ?? FALLBACK;
  return thinking ? { text: text + again, thinking } : { text: text + again };
};
