// `npm run icons`: draws every icon file from the SVGs in resources/. Run it after changing one, and look at the result.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { icns, ico, type Picture } from './containers.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Below this the full drawing is a blur. */
const SMALL = 32
/** What Windows keeps in an .ico. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
const FACES = ['stopped', 'running', 'paused', 'unsynced']
/** Electron takes the file that fits the screen: 16, 20, 24, 32 and 48 pixels. */
const SCALES = [1, 1.25, 1.5, 2, 3]

const browser = await chromium.launch({
  executablePath: process.env.DAYBOOK_CHROMIUM || undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()

async function draw(svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `)
  await page.setContent(`<body style="margin:0">${sized}</body>`)
  return page.screenshot({ omitBackground: true })
}

const read = (name: string) => readFileSync(join(resources, name), 'utf8')

const pictures: Picture[] = []
mkdirSync(join(resources, 'icons'), { recursive: true })
for (const size of APP_SIZES) {
  const png = await draw(read(size <= SMALL ? 'icon-small.svg' : 'icon.svg'), size)
  pictures.push({ size, png })
  writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png)
}
writeFileSync(join(resources, 'icon.ico'), ico(pictures.filter(({ size }) => ICO_SIZES.includes(size))))
writeFileSync(join(resources, 'icon.icns'), icns(pictures))

for (const face of FACES) {
  const svg = read(`tray/${face}.svg`)
  // macOS colours a template itself, from its alpha alone.
  const template = svg.replaceAll(/#[0-9a-f]{6}/gi, '#000000')
  for (const scale of SCALES) {
    const suffix = scale === 1 ? '' : `@${scale}x`
    writeFileSync(join(resources, 'tray', `${face}${suffix}.png`), await draw(svg, 16 * scale))
    if (!Number.isInteger(scale)) continue
    writeFileSync(join(resources, 'tray', `${face}Template${suffix}.png`), await draw(template, 16 * scale))
  }
}
await browser.close()
