// What is no e-mail address is refused where it is written, of people and of customers.
import { expect, test } from 'vitest'
import { openFirm } from './testing/testApp.ts'

test('an address that can be none is refused with a sentence; empty and several are fine', async () => {
  const f = await openFirm()
  const refusal = { code: 'mail.noAddress' }
  expect(await f.refused('user.add', { name: 'Ben', email: 'nonsense' })).toMatchObject(refusal)
  expect(await f.refused('customer.add', { name: 'Globus', email: 'at nowhere' })).toMatchObject(refusal)
  expect(await f.refused('customer.edit', { customerId: f.acme, email: 'x' })).toMatchObject(refusal)
  expect(await f.refused('user.edit', { userId: f.ana, email: 'ana@' })).toMatchObject(refusal)
  await f.ok('user.edit', { userId: f.ana, email: 'ana@weber.example' })
  await f.ok('customer.edit', { customerId: f.acme, email: 'a@acme.example, b@acme.example' })
  await f.ok('customer.edit', { customerId: f.acme, email: '' })
  await f.app.close()
})
