// An e-mail that is to be written, as the address that opens it in a mail program (RFC 6068). A file cannot be named in it.

/** Longer ones are cut by some systems when they hand the address on. */
export const MAIL_LENGTHS = { to: 320, subject: 200, text: 1_000 } as const

export type Mail = { to: string; subject: string; text: string }

/** Enough to notice a slip; whether it exists only the post tells. */
export const isMailAddress = (text: string): boolean =>
  /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u.test(text)

/** Of one or several, with commas or semicolons between them. */
export const mailAddresses = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

export function mailtoUrl({ to, subject, text }: Mail): string {
  const addresses = mailAddresses(to).map((address) => encodeURIComponent(address).replaceAll('%40', '@'))
  const said = { subject, body: text.replaceAll(/\r?\n/g, '\r\n') }
  const asked = Object.entries(said).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `mailto:${addresses.join(',')}?${asked.join('&')}`
}
