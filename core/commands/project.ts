// Commands on the projects of customers.
import type { projectCommands } from '../../shared/contract/project.ts'
import { colourInTurn } from '../../shared/entities/colour.ts'
import { put } from '../../shared/entities/registry.ts'
import { edited } from '../../shared/rules/directory.ts'
import { newProject } from '../../shared/rules/project.ts'
import { decided } from '../../shared/rules/rule.ts'
import { codeAfter } from '../derived/counters.ts'
import type { Handlers } from './handler.ts'
import { editNamed, removeNamed } from './named.ts'

export const projectHandlers: Handlers<keyof typeof projectCommands> = {
  'project.add': (data, args, ctx) => {
    const code = args.code ?? codeAfter(data, 'project')
    const project = edited(
      newProject(ctx.newId(), args.customerId, {
        code,
        colour: colourInTurn(data.list('project')),
        now: ctx.now,
      }),
      args,
    )
    return decided([put('project', project)], { projectId: project.id, code })
  },
  'project.edit': (data, { projectId, ...edit }) => editNamed(data, 'project', projectId, edit),
  'project.remove': (data, { projectId }) => removeNamed(data, 'project', projectId),
}
