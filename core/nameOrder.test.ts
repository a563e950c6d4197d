// The order of people in every list of the application (K9).
import { expect, onTestFinished, test } from 'vitest'
import { openFirm } from './testing/testApp.ts'

test('K9 the diary and the list of users have the same order, Ärzte before Zander', async () => {
  const f = await openFirm('2026-03-20 09:00')
  onTestFinished(() => f.app.close())
  for (const name of ['Zander', 'Ärzte', 'Öztürk', 'bauer']) await f.ok('user.add', { name })
  const diary = (await f.ok('diary.month', { month: '2026-03' })).rows.map(({ name }) => name)
  expect(diary).toEqual((await f.ok('user.list', {})).map(({ name }) => name))
  expect(diary.filter((name) => name !== 'Ana Weber')).toEqual(['Ärzte', 'bauer', 'Öztürk', 'Zander'])
})
