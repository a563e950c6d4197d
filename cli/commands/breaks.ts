// `daybook period breaks`: which breaks are required, and the change of that.
import { MINUTE_MS } from '../../shared/base/duration.ts'
import type { BreakRule, BreakValues } from '../../shared/entities/breakRule.ts'
import { KNOWN_LAWS } from '../../shared/entities/breakRule.ts'
import { breakValues, FIRST_OWN_BREAKS } from '../../shared/rules/breaks.ts'
import { readMinutes } from '../amounts.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { duration } from '../words.ts'

export type BreaksOptions = { law?: string; steps?: string; piece?: string; longest?: string }

/** Without an option it says what holds. */
export async function breaks(session: Session, options: BreaksOptions): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const wanted = ruleOf(options, organisation.breaks)
  if (wanted === undefined) return said(organisation.breaks)
  await session.ask('organisation.edit', { breaks: wanted })
  return said(wanted)
}

function said(rule: BreakRule | null): Outcome {
  const values = rule === null ? null : breakValues(rule)
  return { value: { law: rule?.law ?? null, values }, text: text(rule, values) }
}

function text(rule: BreakRule | null, values: BreakValues | null): string {
  if (rule === null || values === null) return 'No breaks are required.'
  const time = (minutes: number) => duration(minutes * MINUTE_MS)
  return [
    rule.law === 'own' ? 'Breaks by own values:' : `Breaks by the law of ${rule.law}:`,
    ...values.steps.map(
      ({ overMinutes, minutes }) => `  over ${time(overMinutes)} of work: ${time(minutes)} together`,
    ),
    `  a break is at least ${time(values.pieceMinutes)}`,
    ...(values.longestMinutes === null
      ? []
      : [`  at most ${time(values.longestMinutes)} of work without one`]),
  ].join('\n')
}

/** undefined: nothing was asked for. What own values are not named stay as they were. */
function ruleOf(options: BreaksOptions, before: BreakRule | null): BreakRule | null | undefined {
  const { law, steps, piece, longest } = options
  const ownValues = steps !== undefined || piece !== undefined || longest !== undefined
  if (law !== undefined) {
    if (ownValues) throw new UsageError('Say --law, or own values with --steps, --piece and --longest.')
    if (law === 'none') return null
    const known = KNOWN_LAWS.find((one) => one === law.toUpperCase())
    if (known === undefined)
      throw new UsageError(
        `The law of “${law}” is not known: ${KNOWN_LAWS.join(', ')}. Give own values with --steps, --piece and --longest.`,
      )
    return { law: known, own: null }
  }
  if (!ownValues) return undefined
  const was = (before === null ? null : breakValues(before)) ?? FIRST_OWN_BREAKS
  return {
    law: 'own',
    own: {
      steps: steps === undefined ? was.steps : readSteps(steps),
      pieceMinutes: piece === undefined ? was.pieceMinutes : readMinutes(piece),
      longestMinutes:
        longest === undefined ? was.longestMinutes : longest === 'none' ? null : readMinutes(longest),
    },
  }
}

/** “6:00=0:30,9:00=0:45”. */
function readSteps(list: string): BreakValues['steps'] {
  if (list === 'none') return []
  return list.split(',').map((step) => {
    const [over, breakTime, ...more] = step.split('=')
    if (over === undefined || breakTime === undefined || more.length > 0)
      throw new UsageError(
        `--steps ${list}: write it like 6:00=0:30,9:00=0:45: over 6 h of work, breaks of 30 min.`,
      )
    return { overMinutes: readMinutes(over.trim()), minutes: readMinutes(breakTime.trim()) }
  })
}
