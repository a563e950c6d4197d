// A list to choose from that has no field to search in goes by the letters that are typed, as the system's own lists do: it opens, and
// the first choice that begins with them is marked, for Enter to take. The library's lists take arrows only; this is once for all of them.

/** Letters that follow each other so soon are one word. */
const TOGETHER_MS = 800

const letters = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' })
const begins = (text: string, word: string): boolean =>
  letters.compare(Array.from(text.normalize('NFC')).slice(0, Array.from(word).length).join(''), word) === 0

/** The next choice after the one at `at` that begins with what was typed; one letter again and again goes through all of its choices. */
export function typedChoice(texts: readonly string[], at: number, typed: string): number {
  const [first = ''] = Array.from(typed)
  const same = Array.from(typed).every((letter) => letters.compare(letter, first) === 0)
  const word = same ? first : typed
  // A word that is being typed may still mean the choice that is marked.
  const from = same ? at + 1 : Math.max(at, 0)
  const order = texts.map((_, index) => (from + index) % texts.length)
  return order.find((index) => begins(texts[index] ?? '', word)) ?? -1
}

/** Once a window. Returns how to end it. */
export function keepTypeAhead(): () => void {
  let typed = ''
  let last = 0
  let field: HTMLInputElement | null = null
  const onKey = (event: KeyboardEvent) => {
    const { target, key, timeStamp } = event
    if (!(target instanceof HTMLInputElement) || !target.readOnly) return
    if (target.getAttribute('aria-haspopup') !== 'listbox' || target.disabled) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (Array.from(key).length !== 1) {
      // What moves, takes or closes ends the word; the arrows of our own hand do not.
      if (event.isTrusted && key !== 'Shift') typed = ''
      return
    }
    const goesOn = field === target && typed !== '' && timeStamp - last < TOGETHER_MS
    // A space within a word is part of it; else it opens the list.
    if (key === ' ' && !goesOn) return
    event.preventDefault()
    event.stopPropagation()
    typed = goesOn ? typed + key : key
    last = timeStamp
    field = target
    if (target.getAttribute('aria-expanded') !== 'true') target.click()
    // The list finds its place in a turn of its own.
    setTimeout(() => mark(target, typed))
  }
  document.addEventListener('keydown', onKey, { capture: true })
  return () => document.removeEventListener('keydown', onKey, { capture: true })
}

const optionsOf = (field: HTMLInputElement): HTMLElement[] => {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  return [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].filter(
    (option) => !option.hasAttribute('data-combobox-disabled'),
  )
}

/** The marked one, else the one that is chosen. */
const markedIn = (options: readonly HTMLElement[]): number => {
  const marked = options.findIndex((option) => option.hasAttribute('data-combobox-selected'))
  return marked >= 0 ? marked : options.findIndex((option) => option.hasAttribute('data-combobox-active'))
}

function mark(field: HTMLInputElement, typed: string): void {
  const options = optionsOf(field)
  const texts = options.map(({ textContent }) => textContent.trim())
  const wanted = options[typedChoice(texts, markedIn(options), typed)]
  // The list is moved by its own keys, so that it knows and says where it is.
  for (let steps = 0; steps < options.length; steps += 1) {
    if (wanted === undefined || wanted.hasAttribute('data-combobox-selected')) return
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }))
  }
}
