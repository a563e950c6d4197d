// The options of `daybook office`, `department` and `assign`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/offices.ts')

export function addOfficeCommands(program: Command, want: Want): void {
  for (const noun of ['office', 'department'] as const) {
    const command = program.command(noun).description(`the ${noun}s of the organisation`)
    const code = ['--code <CODE>', `the code of the ${noun}`] as const
    command
      .command('add')
      .description(`add ${noun === 'office' ? 'an' : 'a'} ${noun}`)
      .requiredOption(...code)
      .option('--name <TEXT>', 'what the code stands for')
      .action((options) => want(async (session) => (await running()).addCoded(session, noun, options)))
    command
      .command('edit')
      .description('change its name or its code')
      .requiredOption(...code)
      .option('--name <TEXT>', 'what the code stands for')
      .option('--new-code <CODE>', 'another code')
      .action((options) => want(async (session) => (await running()).editCoded(session, noun, options)))
    command
      .command('remove')
      .description('delete it, with its assignments; recorded time keeps it')
      .requiredOption(...code)
      .action((options) => want(async (session) => (await running()).removeCoded(session, noun, options)))
    command
      .command('list')
      .description(`list the ${noun}s`)
      .action(() => want(async (session) => (await running()).listCoded(session, noun)))
  }
  addAssign(program, want)
}

function addAssign(program: Command, want: Want): void {
  const assign = program
    .command('assign')
    .description('in which office and department a user works, for one customer or for all')
  const DOES = {
    add: ['assign a user', 'assign'],
    edit: ['change the office or the department', 'reassign'],
    remove: ['delete an assignment', 'unassign'],
  } as const
  for (const name of ['add', 'edit', 'remove'] as const) {
    const [does, run] = DOES[name]
    const command = assign
      .command(name)
      .description(does)
      .requiredOption('--user <NAME>', 'who')
      .option('--customer <NAME>', 'for this customer only (default: for all)')
    if (name !== 'remove')
      command
        .option('--office <CODE>', 'in which office')
        .option('--department <CODE>', 'in which department')
    command.action((options) => want(async (session) => (await running())[run](session, options)))
  }
  assign
    .command('list')
    .description('list the assignments')
    .option('--user <NAME>', 'only of this user')
    .action((options) => want(async (session) => (await running()).assignments(session, options)))
}
