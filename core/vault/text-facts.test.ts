import { expect, test } from 'vitest';
import { previewOf } from './text-facts.ts';

test('a preview is one line without the signs of Markdown', () => {
  expect(previewOf('## Plan\n\n- **Buy** a `greenhouse`\n- see [the shop](https://shop.example)')).toBe(
    'Plan • Buy a greenhouse • see the shop',
  );
});

test('a long preview is cut', () => {
  const preview = previewOf('word '.repeat(200));
  expect(preview.length).toBeLessThanOrEqual(180);
  expect(preview.endsWith('…')).toBe(true);
});
