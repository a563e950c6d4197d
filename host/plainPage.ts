// The host's own plain pages, for when the screens cannot be shown; no script, and nothing loaded from anywhere.
import type { HostWords } from './words.ts'

export type PageButton = { action: string; label: string; primary: boolean }
export type PlainPage = {
  lang: string
  title: string
  paragraphs: readonly string[]
  facts?: readonly (readonly [string, string])[]
  buttons?: readonly PageButton[]
  /** The page goes there by itself, and by a click where the browser does not let it. */
  onward?: { href: string; label: string }
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 12vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.375rem; font-weight: 600 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; font-size: .875rem; opacity: .75 }
dd { margin: 0; overflow-wrap: anywhere }
form { margin: .75rem 0 }
button { font: inherit; padding: .5rem 1rem; border-radius: .375rem; border: 1px solid #8888; cursor: pointer }
button.primary { background: #1c7ed6; color: #fff; border-color: #1c7ed6 }`

/** Leads on to an address, as if the person had followed a link of this very page. */
export const onwardPage = (words: HostWords, href: string): string =>
  plainPage({
    lang: words.lang,
    title: words.openingTitle,
    paragraphs: [],
    onward: { href, label: words.opening },
  })

export function plainPage({ lang, title, paragraphs, facts = [], buttons = [], onward }: PlainPage): string {
  const forms = buttons.map(({ action, label, primary }) => {
    const look = primary ? ' class="primary"' : ''
    return `<form method="post" action="${escape(action)}"><button${look}>${escape(label)}</button></form>`
  })
  const list = facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')
  return `<!doctype html>
<html lang="${escape(lang)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${onward ? `<meta http-equiv="refresh" content="0; url=${escape(onward.href)}">` : ''}
<title>${escape(title)} – Daybook</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
${onward ? `<p><a href="${escape(onward.href)}">${escape(onward.label)}</a></p>` : ''}
${forms.join('\n')}
${list === '' ? '' : `<dl>${list}</dl>`}
</main></body></html>
`
}

function escape(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (mark) => names[mark] ?? mark)
}
