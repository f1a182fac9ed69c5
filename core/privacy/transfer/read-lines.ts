import * as v from 'valibot';
import { type Place, refuse } from './import-error.ts';
import type { ZipFile } from './zip-reader.ts';

const decode = ({ name, bytes }: ZipFile): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refuse({ file: name }, 'it is not UTF-8 text');
  }
};

const parse = (text: string, where: Place): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse(where, 'it is not JSON');
  }
};

const check = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  where: Place,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'value';
  const field = path.slice(0, 60);
  if (issue.expected === null) throw refuse(where, 'field "{field}" has no place there', { field });
  throw refuse(where, 'field "{field}" should be {expected}', { field, expected: issue.expected });
};

/** The one JSON value of a file, checked. */
export const readJson = <Schema extends v.GenericSchema>(
  file: ZipFile,
  schema: Schema,
): v.InferOutput<Schema> => check(schema, parse(decode(file), { file: file.name }), { file: file.name });

/** Each line of a JSON Lines file, parsed and checked; the error names file and line. */
export function* readLines<Schema extends v.GenericSchema>(
  file: ZipFile,
  schema: Schema,
): Generator<v.InferOutput<Schema>> {
  const text = decode(file);
  let line = 0;
  let at = 0;
  while (at < text.length) {
    line += 1;
    const end = text.indexOf('\n', at);
    if (end < 0) throw refuse({ file: file.name, line }, 'the line is cut off');
    const where = { file: file.name, line };
    yield check(schema, parse(text.slice(at, end), where), where);
    at = end + 1;
  }
}
