/** Prefix of every request: empty at the root of a host. */
export const base = document.body.dataset['replicaBase'] ?? '';

export const getJson = async <T>(path: string): Promise<T> => {
  const response = await fetch(base + path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as T;
};

export const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

/** Data lines of a server-sent-events answer, one event at a time. */
export async function* readEvents(response: Response): AsyncGenerator<string, void, undefined> {
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const lines = rest.slice(0, end).split('\n');
      rest = rest.slice(end + 2);
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
      if (data.length > 0) yield data.join('\n');
    }
  }
}

/** Versions of messages: known to the replica's own endpoint, so that the site's traffic stays as it is. */
export const readVersions = (conversation: string): Promise<Record<string, string[]>> =>
  getJson(`/__replica/versions?conversation=${conversation}`);

export const showVersion = (conversation: string, message: string): Promise<unknown> =>
  getJson(`/__replica/branch?conversation=${conversation}&message=${message}`);

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
