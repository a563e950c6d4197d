// What a newer server sends that this version does not know: nouns and fields are left out, and the chain holds all the same.
import { expect, test } from 'vitest'
import { customer } from '../../shared/entities/customer.ts'
import { leafHash, linkHash, rootOf } from './chain.ts'
import { readCommit } from './fetch.ts'
import { knownEffect } from './known.ts'

const acme = customer.schema.parse({
  id: 'C1',
  name: 'Acme',
  status: 'Active',
  code: '',
  contactPerson: '',
  email: '',
  phone: '',
  address: '',
  notes: '',
  createdAt: 1,
  removed: false,
})
const header = {
  id: 'X',
  at: 1,
  actorId: 'U',
  command: 'vehicle.add',
  args: '{}',
  reason: null,
  undoes: null,
  quiet: false,
  mileage: 12,
}

test('H15 H17 a commit of a newer server is taken as far as it is known, and only where it follows from those before', () => {
  const said = [
    header,
    ['vehicle', null, { id: 'V1', plate: 'B-XY 1' }],
    ['customer', acme, { ...acme, name: 'Acme Inc.', vehicleId: 'V1' }],
  ]
  const leaves = said.map((one, index) => ({ salt: `salt ${index}`, text: JSON.stringify(one) }))
  const root = rootOf(leaves.map(leafHash))
  const at = { version: 4, hash: 'before' }
  const { link, incoming } = readCommit({ seq: 5, root, leaves }, at)
  expect(link).toEqual({ version: 5, hash: linkHash('before', 5, root) })
  expect(incoming?.header).toMatchObject({ id: 'X', command: 'vehicle.add' })
  expect(incoming?.effects).toEqual([
    { entity: 'customer', before: acme, after: { ...acme, name: 'Acme Inc.' } },
  ])
  const changed = leaves.with(1, { salt: 'salt 1', text: '["vehicle",null,{"id":"V2"}]' })
  expect(() => readCommit({ seq: 5, root, leaves: changed }, at)).toThrow('team.otherHistory')
  expect(() => readCommit({ seq: 6, root, leaves }, at)).toThrow('team.otherHistory')
})

test('H17 what an older version did not say is as it is for what was there before', () => {
  const { vatId, buyerReference, ...older } = acme
  expect([vatId, buyerReference]).toEqual(['', ''])
  expect(knownEffect({ entity: 'customer', before: older, after: older } as never)).toEqual({
    entity: 'customer',
    before: acme,
    after: acme,
  })
  // What is none of that noun is not taken for one.
  expect(() => knownEffect({ entity: 'customer', before: null, after: { id: 'C1' } } as never)).toThrow(
    /name/,
  )
})
