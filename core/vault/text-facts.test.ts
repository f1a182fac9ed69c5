import { expect, test } from 'vitest';
import { previewOf } from './text-facts.ts';

test('a preview is one line without the signs of Markdown', () => {
  expect(previewOf('## Plan\n\n- **Buy** a `greenhouse`\n- see [the shop](https://shop.example)')).toBe(
    'Plan • Buy a greenhouse • see the shop',
  );
});

test('a long preview is cut without a sign: where it is shown in a line, the line tells', () => {
  expect(previewOf('word '.repeat(200))).toBe('word '.repeat(36));
});
