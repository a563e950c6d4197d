// The options of `daybook team` and `daybook attention`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const team = () => import('./commands/team.ts')
const signIn = () => import('./commands/signIn.ts')
const attention = () => import('./commands/attention.ts')

export function addTeamCommands(program: Command, want: Want): void {
  const group = program.command('team').description('a team on one server: make it, join it, send and fetch')
  group
    .command('create')
    .description('make a team of this firm, with its data')
    .requiredOption('--server <URL>', 'the address of the team’s server')
    .requiredOption('--email <ADDRESS>', 'yours')
    .option('--password-stdin', 'read the password from standard input')
    .action((options) => want(async (session) => (await team()).createTeam(session, options)))
  group
    .command('join')
    .description('join a team from an empty data folder; without a code with a further device of yours')
    .argument('[CODE]', 'of the invitation')
    .requiredOption('--server <URL>', 'the address of the team’s server')
    .option('--email <ADDRESS>', 'yours')
    .option('--browser', 'sign in on the server’s page instead, in any browser, and confirm the code')
    .option('--password-stdin', 'read the password from standard input')
    .option('--code-file <FILE>', 'whose first line is the code of your second factor')
    .action((code: string | undefined, options) =>
      want(async (session) => (await team()).joinTeam(session, code, options)),
    )
  group
    .command('invite')
    .description('invite somebody; the code is shown once')
    .requiredOption('--email <ADDRESS>', 'theirs')
    .option('--role <ROLE>', 'administrator, manager or employee', 'employee')
    .option('--user <NAME>', 'who is a user already')
    .option('--name <NAME>', 'what a new user is called')
    .action((options) => want(async (session) => (await team()).inviteMember(session, options)))
  group
    .command('status')
    .description('who, where, what waits, and the last contact')
    .action(() => want(async (session) => (await team()).teamStatus(session)))
  group
    .command('sync')
    .description('send and fetch once; ends with 0 where nothing waits any more')
    .action(() => want(async (session) => (await team()).syncTeam(session)))
  group
    .command('members')
    .description('list who is in the team, and invitations')
    .action(() => want(async (session) => (await team()).teamMembers(session)))
  group
    .command('devices')
    .description('list the devices; an administrator sees all')
    .action(() => want(async (session) => (await team()).teamDevices(session)))
  group
    .command('revoke')
    .description('shut a device out')
    .argument('<ID>', 'as “daybook team devices” shows it')
    .action((id: string) => want(async (session) => (await team()).revokeDevice(session, id)))
  addSignInCommands(group, want)
  group
    .command('leave')
    .description('go on alone with what is here')
    .action(() => want(async (session) => (await team()).leaveTeam(session)))
  addAttentionCommands(program, want)
}

function addSignInCommands(team: Command, want: Want): void {
  const group = team
    .command('sign-in')
    .description('your own sign-in, and what the firm demands of everybody')
  group
    .command('show')
    .description('how you sign in, and what is demanded')
    .action(() => want(async (session) => (await signIn()).showSignIn(session)))
  group
    .command('password')
    .description('change your password')
    .option('--password-stdin', 'read the password so far from standard input')
    .action((options) => want(async (session) => (await signIn()).changePassword(session, options)))
  const asked = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--password-stdin', 'read the password from standard input')
      .option('--code-file <FILE>', 'whose first line is the code of your second factor')
  asked('second-factor', 'set up a second factor; its recovery codes are shown once').action((options) =>
    want(async (session) => (await signIn()).setFactor(session, options)),
  )
  asked('remove', 'take your second factor away').action((options) =>
    want(async (session) => (await signIn()).dropFactor(session, options)),
  )
  asked('recovery-codes', 'draw new recovery codes; the old ones are worth nothing any more').action(
    (options) => want(async (session) => (await signIn()).renewCodes(session, options)),
  )
  group
    .command('demand')
    .description('demand a second factor of everybody in the firm, or its own sign-in alone, or neither')
    .argument('<WHAT>', 'second-factor, own-sign-in or nothing')
    .action((what: string) => want(async (session) => (await signIn()).demand(session, what)))
  group
    .command('reset')
    .description('take away the second factor of somebody who lost it')
    .argument('<NAME>', 'of the user')
    .action((name: string) => want(async (session) => (await signIn()).resetFactor(session, name)))
  group
    .command('new-password')
    .description('a code by which somebody who forgot their password chooses a new one')
    .argument('<NAME>', 'of the user')
    .action((name: string) => want(async (session) => (await signIn()).passwordCode(session, name)))
  group
    .command('history')
    .description('what became of people’s ways to sign in')
    .action(() => want(async (session) => (await signIn()).signInHistory(session)))
}

function addAttentionCommands(program: Command, want: Want): void {
  const group = program
    .command('attention')
    .description('what the team’s server refused, or decided differently')
  group
    .command('list')
    .description('list it')
    .action(() => want(async (session) => (await attention()).listAttention(session)))
  group
    .command('show')
    .description('what was meant, and what holds now')
    .argument('<ID>', 'as “daybook attention list” shows it')
    .action((id: string) => want(async (session) => (await attention()).showAttention(session, id)))
  const ways = [
    ['retry', 'do it again now, upon what holds now'],
    ['keep', 'what holds now is right, and stays'],
    ['drop', 'none of it is wanted: what was decided differently is taken back too'],
  ] as const
  for (const [way, description] of ways)
    group
      .command(way)
      .description(description)
      .argument('<ID>', 'as “daybook attention list” shows it')
      .action((id: string) => want(async (session) => (await attention()).settleAttention(session, way, id)))
}
