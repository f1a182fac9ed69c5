/** What a person is doing in a message, in the order in which a piece of work usually goes. */
export const ACTIVITIES = [
  'ask',
  'research',
  'plan',
  'design',
  'configure',
  'code',
  'test',
  'debug',
  'write',
  'deploy',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** First rule that holds wins, so the narrow ones stand first. English, German and French words. */
const RULES: readonly (readonly [Activity, RegExp])[] = [
  ['debug', /\b(?:error|exception|stack ?trace|bug|crash\w*|fails?|failing|broken|fehler|erreur)\b/i],
  ['test', /\b(?:unit tests?|test cases?|testing|coverage|assert\w*|pytest|jest|vitest)\b/i],
  ['deploy', /\b(?:deploy\w*|docker|kubernetes|release|hosting|ci\/cd|rollback|nginx)\b/i],
  ['configure', /\b(?:config\w*|install\w*|set ?up|settings?|environment variables?|einrichten)\b/i],
  ['code', /```|\b(?:implement\w*|function|class|refactor\w*|code|script|api endpoint)\b/i],
  ['design', /\b(?:design\w*|architecture|schema|layout|wireframes?|mock-?ups?|entwurf)\b/i],
  [
    'write',
    /\b(?:write|draft\w*|rewrite|essay|letter|e-?mail|paragraph|proofread\w*|schreib\w*|rédige\w*)\b/i,
  ],
  ['plan', /\b(?:plan\w*|schedule|roadmap|milestones?|deadlines?|to-?do)\b/i],
  ['research', /\b(?:compare\w*|research|sources?|overview|summar\w+|differences?|pros and cons)\b/i],
];

/** What a message is about, by rules; `ask` where none holds. Only the first 2,000 characters are read. */
export const activityOf = (text: string): Activity => {
  const start = text.slice(0, 2_000);
  return RULES.find(([, words]) => words.test(start))?.[0] ?? 'ask';
};
