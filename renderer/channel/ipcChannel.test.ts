// The desktop's channel: answers pass unchanged, and a line that is cut is told as a refusal.
import { expect, test } from 'vitest'
import type { AppEvent, Channel } from '../../shared/contract/channel.ts'
import { ipcChannel } from './ipcChannel.ts'

function bridge(answer: () => Promise<unknown>) {
  const listeners = new Set<(event: AppEvent) => void>()
  const asked: unknown[] = []
  const channel: Channel = {
    invoke: (async (name: string, args: unknown) => {
      asked.push([name, args])
      return await answer()
    }) as Channel['invoke'],
    subscribe: (on) => {
      listeners.add(on)
      return () => void listeners.delete(on)
    },
  }
  return { channel, listeners, asked }
}

test('an answer passes unchanged', async () => {
  const { channel, asked } = bridge(async () => ({ ok: true, value: [], commitId: 'C1' }))
  expect(await ipcChannel(channel).invoke('category.list', {})).toEqual({
    ok: true,
    value: [],
    commitId: 'C1',
  })
  expect(asked).toEqual([['category.list', {}]])
})

test('a line that is cut is a refusal with words, not an exception', async () => {
  const { channel } = bridge(() => Promise.reject(new Error('reply was never sent')))
  expect(await ipcChannel(channel).invoke('app.state', {})).toEqual({
    ok: false,
    error: { code: 'channel.closed' },
  })
})

test('events are heard until the subscription ends', () => {
  const { channel, listeners } = bridge(async () => null)
  const heard: AppEvent[] = []
  const end = ipcChannel(channel).subscribe((event) => heard.push(event))
  for (const listener of listeners) listener({ type: 'deviceChanged' })
  end()
  for (const listener of listeners) listener({ type: 'deviceChanged' })
  expect(heard).toEqual([{ type: 'deviceChanged' }])
})
