/** An expected failure as data: it crosses workers, ports and the wire unchanged. */
export type Failure = {
  /** Stable, machine-readable, `area/what`: e.g. `store/newer-schema`. */
  readonly code: string;
  /** One sentence for the person: what failed, what is safe, what to do. Never contains captured content. */
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: string, message: string, details?: Failure['details']): Result<never> => ({
  ok: false,
  error: details ? { code, message, details } : { code, message },
});

/** Thrown where a caller must not go on; carries the same data as {@link Failure}. */
export class RecollectError extends Error {
  readonly code: string;
  readonly details: Failure['details'];

  constructor(code: string, message: string, details?: Failure['details'], options?: ErrorOptions) {
    super(message, options);
    this.name = 'RecollectError';
    this.code = code;
    this.details = details;
  }

  toFailure(): Failure {
    return this.details
      ? { code: this.code, message: this.message, details: this.details }
      : { code: this.code, message: this.message };
  }
}
