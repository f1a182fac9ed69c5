import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

/** Draws `public/icon/mark.svg` as the PNG files that manifests ask for. Run: `node ui/testing/draw-icons.ts`. */
const SIZES = [16, 32, 48, 128, 192, 512] as const;
const MASKABLE_SIZE = 512;
const folder = fileURLToPath(new URL('../../public/icon', import.meta.url));

const mark = await readFile(`${folder}/mark.svg`, 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
const draw = async (name: string, size: number, style: string): Promise<void> => {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0;${style}"><img src="${source}" style="display:block;width:100%;height:100vh"></body>`,
  );
  await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
  await writeFile(`${folder}/${name}.png`, await page.screenshot({ omitBackground: true }));
};
for (const size of SIZES) await draw(String(size), size, '');
// Platforms cut a maskable icon to their own shape: the mark fills it to the edge and keeps its middle.
await draw('maskable', MASKABLE_SIZE, 'background:#0e5966;padding:12vw;box-sizing:border-box;height:76vh');
await browser.close();
