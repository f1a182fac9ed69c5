import type { Topic } from '../../core/model/graph-api.ts';
import { agentName } from '../format.ts';
import { language } from '../i18n/i18n.ts';

const LISTED = 3;
const TERMS = 5;

const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString(language.value, { day: 'numeric', month: 'short', year: 'numeric' });

/** One line that says what a topic holds, in the person's language: terms, projects, agents, days. */
export const topicSummary = ({ terms, projects, agents, from, to }: Topic): string => {
  const [first, last] = [dayOf(from), dayOf(to)];
  return [
    terms.slice(0, TERMS).join(', '),
    projects.slice(0, LISTED).join(', '),
    agents.slice(0, LISTED).map(agentName).join(', '),
    first === last ? first : `${first} – ${last}`,
  ]
    .filter(Boolean)
    .join(' · ');
};
