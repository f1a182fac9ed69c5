import { readFile } from 'node:fs/promises';

/** Names that are this machine for the browser under test. */
const OWN_HOSTS = new Set(['chatgpt.com', 'claude.ai', 'localhost', '127.0.0.1']);

const NETWORK = new Set(['http:', 'https:', 'ws:', 'wss:']);

/**
 * Where Chromium itself calls without being asked by any page (its updater, its account list). No name of them
 * resolves in these tests, so nothing gets there; they are no request of ours.
 */
const BROWSER_OWN = /(?:^|\.)(?:google|googleapis|gstatic|gvt1)\.com$/;

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string; readonly address?: string };
  }[];
};

export type Traffic = {
  /** Requests of any kind that the browser made, ours and its own. */
  readonly requests: number;
  /** One line for each that was meant to leave the machine. */
  readonly leaving: readonly string[];
};

/** A browser that was killed leaves its record without an end. */
const parse = (text: string): NetLog => {
  try {
    return JSON.parse(text) as NetLog;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog;
  }
};

const isLoopback = (address: string): boolean => /^(?:127\.|\[::1\])/.test(address);

/** Reads Chromium's own record of its network: every request of every page, worker and of the browser itself. */
export const readTraffic = async (netLog: string): Promise<Traffic> => {
  const { constants, events } = parse(await readFile(netLog, 'utf8'));
  const { URL_REQUEST_START_JOB, TCP_CONNECT_ATTEMPT, UDP_BYTES_SENT } = constants.logEventTypes;
  const leaving: string[] = [];
  let requests = 0;
  for (const { type, params } of events) {
    if (type === URL_REQUEST_START_JOB && params?.url) {
      const { protocol, hostname } = new URL(params.url);
      requests += 1;
      const { initiator = 'not an origin' } = params;
      const housekeeping = initiator === 'not an origin' && BROWSER_OWN.test(hostname);
      if (NETWORK.has(protocol) && !OWN_HOSTS.has(hostname) && !housekeeping)
        leaving.push(`${params.url} asked for by ${initiator}`);
    }
    if ((type === TCP_CONNECT_ATTEMPT || type === UDP_BYTES_SENT) && params?.address) {
      if (!isLoopback(params.address)) leaving.push(`bytes to ${params.address}`);
    }
  }
  return { requests, leaving };
};
