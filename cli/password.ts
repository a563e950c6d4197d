// A password on the command line: from standard input or typed unseen, never as an argument, which others on the computer could read.
import { pinFrom } from './pin.ts'
import { UsageError } from './refusal.ts'

export async function passwordFrom(
  { passwordStdin = false }: { passwordStdin?: boolean },
  question: string,
): Promise<string> {
  const password = passwordStdin ? await firstLine() : await pinFrom('DAYBOOK_PASSWORD', question)
  if (password === null || password === '')
    throw new UsageError(
      'Run it in a terminal, or give the password on standard input with --password-stdin.',
    )
  return password
}

async function firstLine(): Promise<string> {
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) text += String(part)
  return text.split(/\r?\n/)[0] ?? ''
}
