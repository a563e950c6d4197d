// The switching of modules (F12).
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import { ModuleSchema } from '../entities/module.ts'
import { administrators } from './access.ts'
import { command } from './request.ts'

export const moduleCommands = {
  /** For one user where one is named, else for the organisation. */
  'module.switch': command(
    () => z.object({ module: ModuleSchema(), on: z.boolean(), userId: Id.optional() }),
    administrators,
  ).returns<null>(),
}
