/** Targets, sessions and commands of the Chrome DevTools Protocol, as far as Playwright does not reach: shared workers. */
export type TargetInfo = { readonly targetId: string; readonly type: string; readonly url: string };

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** A connection of our own to the browser's debugger. */
export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Answer));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('bench: the debugger is gone'));
      this.#waiting.clear();
    });
  }

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('bench: no debugger there')), { once: true });
    });
    return new Cdp(socket);
  }

  send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Result), reject });
    });
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    return answer;
  }

  /** Attaches to the first target of `type` whose address ends with `path`; answers the session. */
  async attach(type: string, path: string): Promise<string> {
    const { targetInfos } = await this.send<{ targetInfos: TargetInfo[] }>('Target.getTargets', {
      filter: [{ type }],
    });
    const target = targetInfos.find(({ url }) => url.endsWith(path));
    if (!target) throw new Error(`bench: there is no ${type} ${path}`);
    const { targetId } = target;
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return sessionId;
  }

  close(): void {
    this.#socket.close();
  }

  #take({ id, result, error }: Answer): void {
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`bench: ${error.message}`));
    else waiting?.resolve(result);
  }
}
