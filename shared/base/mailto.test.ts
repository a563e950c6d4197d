// The address that opens a mail program says what was written, and nothing in it can become another part of it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMailAddress, mailAddresses, mailtoUrl } from './mailto.ts'

test('E7 recipients, subject and text stand in the address', () => {
  expect(mailtoUrl({ to: 'a@x.example; b@y.example', subject: 'Invoice 1 & 2', text: 'Hello,\nÄ?' })).toBe(
    'mailto:a@x.example,b@y.example?subject=Invoice%201%20%26%202&body=Hello%2C%0D%0A%C3%84%3F',
  )
})

test('whatever is written comes out as it was, and adds no other field', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text) => {
      const url = new URL(mailtoUrl({ to: 'a@x.example', subject, text }))
      expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
      expect(url.searchParams.get('subject')).toBe(subject)
      expect(url.searchParams.get('body')).toBe(text.replaceAll(/\r?\n/g, '\r\n'))
    }),
  )
})

test.each([
  ['a@x.example', true],
  ['ana.weber+bills@söhne.example', true],
  ['', false],
  ['a', false],
  ['a@b@c', false],
  ['a b@x.example', false],
  ['"a"<a@x.example>', false],
])('%j is an address: %s', (text, is) => {
  expect(isMailAddress(text)).toBe(is)
  if (is) expect(mailAddresses(`${text}, `)).toEqual([text])
})
