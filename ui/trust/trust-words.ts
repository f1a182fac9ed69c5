import type { AgentTrust } from '../../core/model/trust-api.ts';

const PROVEN = 0.7;
const GROWING = 0.4;
const HOSTILE = 0.5;

/** How far an agent can be trusted, as one of four words; suspicion goes before every figure. */
export const trustWord = ({
  trust,
  hostile,
}: Pick<AgentTrust, 'trust' | 'hostile'>): 'proven' | 'growing' | 'new' | 'suspicious' => {
  if (hostile > HOSTILE) return 'suspicious';
  if (trust >= PROVEN) return 'proven';
  return trust >= GROWING ? 'growing' : 'new';
};

const URGENCY = { alarmed: 0, normal: 1, allowed: 1, paused: 2, revoked: 3 } as const;

/** Agents under suspicion first, then the latest seen; paused and revoked ones last. */
export const byUrgency = (a: AgentTrust, b: AgentTrust): number =>
  URGENCY[a.state] - URGENCY[b.state] || b.lastSeen - a.lastSeen;

/** Memories of all agents that wait in quarantine. */
export const quarantinedOf = (agents: readonly AgentTrust[]): number =>
  agents.reduce((sum, { quarantined }) => sum + quarantined, 0);
