import { expect, test } from 'vitest'
import { redact } from './redact.ts'

test('secrets are hidden wherever they lie, and everything else is left as it is', () => {
  const nested = { list: [{ token: 'x', kept: 1 }], deeper: { Secret: { any: 'thing' } } }
  const fields = {
    authorization: 'Bearer x',
    req: { headers: { cookie: 'a=b', 'set-cookie': ['c=d'], host: 'x' } },
    body: { password: 'p', refresh_token: 'r', nested },
    count: 3,
  }
  const shown = redact(fields)
  expect(shown).toEqual({
    authorization: '[redacted]',
    req: { headers: { cookie: '[redacted]', 'set-cookie': '[redacted]', host: 'x' } },
    body: {
      password: '[redacted]',
      refresh_token: '[redacted]',
      nested: { list: [{ token: '[redacted]', kept: 1 }], deeper: { Secret: '[redacted]' } },
    },
    count: 3,
  })
  expect(fields.body.password).toBe('p')
})

test('fields without a secret are not copied', () => {
  const fields = { a: { b: [1, { c: 2 }] } }
  expect(redact(fields)).toBe(fields)
})

test('a thing that contains itself does not hang the log', () => {
  const loop: Record<string, unknown> = { password: 'p' }
  loop.self = loop
  expect(JSON.stringify(redact(loop))).not.toContain('"p"')
})
