/** One event of a `text/event-stream` (HTML standard, section 9.2.6). */
export type ServerEvent = { readonly event: string; readonly data: string };

/** Splits the bytes of an event stream, in pieces of any size, into events. */
export class EventSplitter {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #event = '';
  #data: string[] = [];

  push(chunk: Uint8Array): ServerEvent[] {
    return this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  /** Events that were still open when the stream ended without its last empty line. */
  close(): ServerEvent[] {
    return this.#take(`${this.#decoder.decode()}\n\n`);
  }

  #take(text: string): ServerEvent[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '') {
        if (this.#data.length > 0) events.push({ event: this.#event, data: this.#data.join('\n') });
        this.#event = '';
        this.#data = [];
      } else if (line.startsWith('data:')) this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
      else if (line.startsWith('event:')) this.#event = line.slice(6).trim();
    }
    return events;
  }
}
