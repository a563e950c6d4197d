// What each device of the simulation took as done, and what became of it: nothing that was accepted may be lost, done twice, refused or
// changed without a word. Read from the devices' files and from PostgreSQL, not asked of the programs.
import type { Effect } from '../shared/entities/registry.ts'
import { isSame } from '../shared/base/same.ts'
import type { Outcome } from '../shared/team/protocol.ts'
import { meansTheSame } from '../shared/team/meaning.ts'
import type { Scope } from '../shared/team/sight.ts'
import { shownOf } from '../shared/team/sight.ts'
import { leafHash, linkHash, rootOf } from '../core/team/chain.ts'
import type { Header, Leaf } from '../core/team/chain.ts'
import { retryIdOf } from '../core/team/dealing.ts'
import { isNotice } from '../core/team/notices.ts'
import type { Database } from '../server/database.ts'
import { opened } from '../server/opened.ts'
import type { Member } from './teamFirm.ts'

type Accepted = {
  member: Member
  n: number
  id: string
  command: string
  args: string
  meant: Effect[]
}
type Row = { n: number; id: string; command: string; args: string; meant: string }

export type Ledger = {
  /** What was done there since the last look. */
  note(member: Member): void
  /** A person has read these, and they go from the list. */
  told(member: Member, ids: readonly string[]): void
  /** The program said that this was done, under this id. */
  said(member: Member, commitId: string): void
  /** What was refused until now stays so, where the server forgets it. */
  answered(database: Database): Promise<void>
  accepted: ReadonlyMap<string, Accepted>
  refusedBefore: ReadonlySet<string>
  toldOf(member: Member): ReadonlySet<string>
}

const SINCE = `SELECT n, id, command, args, meant FROM outbox WHERE n > ?
 UNION ALL SELECT n, id, command, args, meant FROM sent_act WHERE n > ? ORDER BY n`

export function createLedger(): Ledger {
  const accepted = new Map<string, Accepted>()
  const told = new Map<Member, Set<string>>()
  /** As what each would be done again. */
  const retries = new Set<string>()
  const refusedBefore = new Set<string>()
  const toldOf = (member: Member): Set<string> => {
    const known = told.get(member) ?? new Set<string>()
    told.set(member, known)
    return known
  }
  return {
    accepted,
    refusedBefore,
    toldOf,
    answered: async (database) => {
      for (const [id, outcome] of await outcomesIn(database))
        if (outcome.kind === 'refused') refusedBefore.add(id)
    },
    note: (member) => {
      for (const row of member.observer.data.all<Row>(SINCE, member.noted, member.noted)) {
        member.noted = row.n
        const known = accepted.get(row.id)
        // What was refused and is done again is the same on each copy of the data.
        const again = known !== undefined && known.member !== member && retries.has(row.id)
        if (known !== undefined && !again) throw new Error(`${row.command} ${row.id} was recorded twice`)
        retries.add(retryIdOf(row.id))
        if (known !== undefined) continue
        accepted.set(row.id, { ...row, member, meant: JSON.parse(row.meant) as Effect[] })
      }
    },
    told: (member, ids) => ids.forEach((id) => toldOf(member).add(id)),
    said: (member, commitId) => {
      if (!accepted.has(commitId)) throw new Error(`${member.name}: ${commitId} is done, and not to be sent`)
    },
  }
}

export type Counted = {
  accepted: number
  commits: number
  refused: number
  changed: number
  replaced: number
}

type Commit = { header: Header; effects: readonly Effect[] }

/** What is wrong with what became of all of it. */
export async function judge(
  ledger: Ledger,
  database: Database,
  attention: ReadonlyMap<Member, ReadonlySet<string>>,
): Promise<{ wrong: string[]; counted: Counted }> {
  const wrong: string[] = []
  const counted: Counted = { accepted: ledger.accepted.size, commits: 0, refused: 0, changed: 0, replaced: 0 }
  const commits = await readChain(database, wrong)
  const outcomes = await outcomesIn(database)
  // Somebody did it again, perhaps on another copy of the data: whoever saw it there knows.
  const knows = (member: Member, id: string): boolean =>
    attention.get(member)?.has(id) === true ||
    ledger.toldOf(member).has(id) ||
    ledger.accepted.has(retryIdOf(id))
  const lastNotes = new Map<string, number>()
  for (const { member, command, args, n } of ledger.accepted.values())
    if (command === 'timer.note') lastNotes.set(noteOf(member, args), n)

  for (const { member, id, command, args, meant, n } of ledger.accepted.values()) {
    const what = `${member.name}'s ${command} ${id}`
    const outcome = outcomes.get(id)
    // What is typed on gives way to what is typed further, before it is sent or before its answer has come; the last of it is told of.
    const typedFurther = command === 'timer.note' && (lastNotes.get(noteOf(member, args)) ?? 0) > n
    if (outcome === undefined) {
      if (typedFurther) counted.replaced += 1
      else if (ledger.refusedBefore.has(id) && knows(member, id)) counted.refused += 1
      else wrong.push(`lost: ${what} ${args}`)
    } else if (outcome.kind === 'quarantined') wrong.push(`in quarantine: ${what}`)
    else if (outcome.kind === 'refused') {
      counted.refused += 1
      if (commits.has(id)) wrong.push(`refused and done: ${what}`)
      if (!knows(member, id) && !typedFurther)
        wrong.push(`refused in silence: ${what} ${JSON.stringify(outcome.error)}`)
    } else if (outcome.seq !== null) {
      const commit = commits.get(id)
      if (commit === undefined) wrong.push(`lost: ${what} has a receipt and no commit`)
      else if (commit.header.command !== command || !isSame(JSON.parse(commit.header.args), JSON.parse(args)))
        wrong.push(`another act: ${what} ${args} became ${JSON.stringify(commit.header)}`)
      else {
        counted.commits += 1
        // When it came, its user may have had fewer rights than now, and then what is hidden from them was no difference; or more, and then
        // what was somebody's own and is everybody's now was not hidden.
        const { userId } = member
        const scopes: Scope[] = [
          { userId, role: 'employee', colleaguesSeeTime: false },
          { userId, role: 'employee', colleaguesSeeTime: true },
          { userId, role: 'manager', colleaguesSeeTime: true },
        ]
        const differs = (scope: Scope): boolean => {
          return !meansTheSame(shownOf(scope, meant), shownOf(scope, commit.effects))
        }
        if (scopes.every(differs)) {
          counted.changed += 1
          if (!knows(member, id))
            wrong.push(
              `changed in silence: ${what} ${JSON.stringify(meant)} became ${JSON.stringify(commit.effects)}`,
            )
        }
      }
    }
  }
  let founded = false
  for (const [id, { header }] of commits) {
    // What was before the team comes with its founding.
    const before = !founded
    if (header.command === 'team.found') founded = true
    if (before || ledger.accepted.has(id)) continue
    const given = givenWay(header)
    const overtaken = given === null ? undefined : ledger.accepted.get(given)
    if (overtaken !== undefined) {
      if (!knows(overtaken.member, overtaken.id)) wrong.push(`taken back in silence: ${overtaken.id}`)
    } else if (!isNotice(header.command))
      wrong.push(`nobody's: ${header.command} ${id} ${header.args} counts, and no device has accepted it`)
  }
  return { wrong: [...wrong, ...made(ledger, commits)], counted }
}

async function outcomesIn(database: Database): Promise<Map<string, Outcome>> {
  const sql = 'SELECT command_id AS id, outcome FROM receipt'
  const found = await database.all<{ id: string; outcome: string }>(sql)
  return new Map(found.map(({ id, outcome }) => [id, JSON.parse(outcome) as Outcome]))
}

const noteOf = (member: Member, args: string): string =>
  `${member.name} ${(JSON.parse(args) as { timerId: string }).timerId}`

const givenWay = ({ command, args }: Header): string | null =>
  command === 'change.undo'
    ? ((JSON.parse(args) as { commitId: string; for?: string }).commitId ?? null)
    : null

/** Whoever goes on with something takes its note along; these make something that nobody had. */
const MAKING = new Set(['customer.add', 'project.add', 'entry.add'])

/** By what was typed, whatever it is called: each thing that was to be made was made once. */
function made(ledger: Ledger, commits: ReadonlyMap<string, Commit>): string[] {
  const texts = new Map<string, string[]>()
  for (const { header, effects } of commits.values()) {
    if (!MAKING.has(header.command)) continue
    // What goes over midnight is two at once.
    const typed = effects.flatMap(({ before, after }) => (before === null ? (typedIn(after) ?? []) : []))
    for (const text of new Set(typed)) texts.set(text, [...(texts.get(text) ?? []), header.id])
  }
  const meant = new Set<string>()
  for (const { id, command, args } of ledger.accepted.values()) {
    const text = MAKING.has(command) ? typedIn(JSON.parse(args) as object) : null
    if (text !== null && commits.has(id)) meant.add(text)
  }
  return [
    ...[...meant].filter((text) => !texts.has(text)).map((text) => `lost: ${text}`),
    ...[...texts]
      .filter(([, by]) => by.length > 1)
      .map(([text, by]) => `made twice: ${text} by ${by.join(', ')}`),
    ...[...texts.keys()].filter((text) => !meant.has(text)).map((text) => `made by nobody: ${text}`),
  ]
}

/** Names and notes that occur once in a run. */
export const ONCE = 'once '
function typedIn(value: object | null): string | null {
  const { name, note } = (value ?? {}) as { name?: unknown; note?: unknown }
  return (
    [name, note].find((text): text is string => typeof text === 'string' && text.startsWith(ONCE)) ?? null
  )
}

/** Each commit rests on the one before, without a gap, and its hash on every leaf. */
async function readChain(database: Database, wrong: string[]): Promise<Map<string, Commit>> {
  const commits = new Map<string, Commit>()
  const rows = await database.all<{ seq: number; id: string; leaves: string; root: string; hash: string }>(
    'SELECT seq, id, leaves, root, hash FROM commit ORDER BY seq',
  )
  let hash = ''
  for (const [index, row] of rows.entries()) {
    const leaves = JSON.parse(row.leaves) as Leaf[]
    hash = linkHash(hash, row.seq, rootOf(leaves.map(leafHash)))
    if (row.seq !== index + 1 || row.hash !== hash) wrong.push(`the chain breaks at ${row.seq}`)
    const { header, effects } = opened(row.leaves)
    if (header === null || header.id !== row.id) wrong.push(`commit ${row.seq} is not what it says`)
    else if (commits.has(row.id)) wrong.push(`done twice: ${row.id}`)
    else commits.set(row.id, { header, effects })
  }
  const [org] = await database.all<{ version: number; hash: string }>('SELECT version, hash FROM org')
  if (org?.version !== rows.length || org.hash !== hash)
    wrong.push('the organisation is not where its chain ends')
  return commits
}
