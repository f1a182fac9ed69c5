import { isJson } from '../wire/json.ts';

/** One frame of `delta_encoding v1`; a missing path or operation is that of the frame before. */
export type Delta = { readonly p?: unknown; readonly o?: unknown; readonly v?: unknown };

type Container = Record<string, unknown> | unknown[];

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const read = (container: Container, key: string): unknown =>
  Array.isArray(container)
    ? container[Number(key)]
    : Object.hasOwn(container, key)
      ? container[key]
      : undefined;

const write = (container: Container, key: string, value: unknown): void => {
  if (!Array.isArray(container)) container[key] = value;
  else if (key === '-') container.push(value);
  else container[Number(key)] = value;
};

const appended = (old: unknown, value: unknown): unknown => {
  if (typeof old === 'string' && typeof value === 'string') return old + value;
  if (Array.isArray(old)) return Array.isArray(value) ? [...old, ...value] : [...old, value];
  if (isJson(old) && isJson(value)) return { ...old, ...value };
  return value;
};

/**
 * Applies one operation at a slash-separated path (RFC 6901) of `state` and answers the new state.
 * Operations: `add`, `replace`, `append`, `truncate`, `remove`, `patch` (a list of operations).
 * Unknown operations and paths that do not exist change nothing.
 */
export const applyDelta = (state: unknown, path: string, operation: string, value: unknown): unknown => {
  if (operation === 'patch' && Array.isArray(value)) {
    return value.reduce<unknown>((so, each: unknown) => {
      if (!isJson(each)) return so;
      const p = typeof each['p'] === 'string' ? each['p'] : '';
      return applyDelta(so, path + p, typeof each['o'] === 'string' ? each['o'] : 'replace', each['v']);
    }, state);
  }
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keys.some((key) => FORBIDDEN.has(key))) return state;
  const last = keys.pop();
  if (last === undefined) return operation === 'append' ? appended(state, value) : value;
  let at: unknown = state;
  for (const key of keys) {
    if (!isContainer(at)) return state;
    at = read(at, key);
  }
  if (!isContainer(at)) return state;
  const old = read(at, last);
  if (operation === 'append') write(at, last, appended(old, value));
  else if (operation === 'truncate' && typeof old === 'string') write(at, last, old.slice(0, Number(value)));
  else if (operation === 'add' || operation === 'replace') write(at, last, value);
  else if (operation === 'remove' && !Array.isArray(at)) delete at[last];
  return state;
};
