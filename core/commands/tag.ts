// Commands on tags.
import type { tagCommands } from '../../shared/contract/tag.ts'
import { put } from '../../shared/entities/registry.ts'
import { edited } from '../../shared/rules/directory.ts'
import { decided } from '../../shared/rules/rule.ts'
import { newTag } from '../../shared/rules/tag.ts'
import type { Handlers } from './handler.ts'
import { editNamed, removeNamed } from './named.ts'

export const tagHandlers: Handlers<keyof typeof tagCommands> = {
  'tag.add': (data, args, ctx) => {
    const tag = edited(newTag(ctx.newId(), data.where('tag', 'NOT removed')), args)
    return decided([put('tag', tag)], { tagId: tag.id })
  },
  'tag.edit': (data, { tagId, ...edit }) => editNamed(data, 'tag', tagId, edit),
  'tag.remove': (data, { tagId }) => removeNamed(data, 'tag', tagId, { active: false }),
}
