import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from '../../src/audit/redact.ts'
import { redacted } from '../../src/audit/redacted.ts'

const jwt = 'eyJhbGciOiJub25lIn0.eyJvaWQiOiIxIn0.c2lnbmF0dXJl'

test.each([
  ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: [redacted]'],
  [`{"authorization":"Bearer ${jwt}"}`, '{"authorization":[redacted]'],
  ['sent Bearer abc.def-ghi to it', 'sent Bearer [redacted] to it'],
  [`the token ${jwt} is old`, 'the token [redacted] is old'],
  [
    'GET https://store.blob.core.windows.net/c/b?sv=1&sig=abc%3D failed',
    'GET https://store.blob.core.windows.net/c/b?[redacted] failed',
  ],
  ['https://user:pass@host.example/path', 'https://[redacted]@host.example/path'],
  ['/api/tools?code=abc==', '/api/tools?code=[redacted]'],
  ['x-functions-key: abc', 'x-functions-key: [redacted]'],
  [
    'Endpoint=sb://x/;SharedAccessKeyName=root;SharedAccessKey=abc=;Entity=q',
    'Endpoint=sb://x/;SharedAccessKeyName=root;SharedAccessKey=[redacted];Entity=q',
  ],
  ['AccountName=a;AccountKey=abc+/==;EndpointSuffix=x', 'AccountName=a;AccountKey=[redacted];EndpointSuffix=x'],
  ['Server=s;Password="a b;c";Encrypt=true', 'Server=s;Password=[redacted];Encrypt=true'],
  ['client_id=1&client_secret=abc', 'client_id=1&client_secret=[redacted]'],
  ['client_assertion=abc', 'client_assertion=[redacted]'],
  ['assertion=abc', 'assertion=[redacted]'],
  ['Set-Cookie: a=b; Path=/', 'Set-Cookie: [redacted]'],
  ['Nothing here: 3 servers, 2 codes', 'Nothing here: 3 servers, 2 codes'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

const secret = fc.stringMatching(/^[A-Za-z0-9_+/=-]{12,40}$/)
const shapes: readonly ((secret: string) => string)[] = [
  (text) => `Authorization: Bearer ${text}`,
  (text) => `"Authorization":"Basic ${text}"`,
  (text) => `bearer ${text}`,
  (text) => `Cookie: session=${text}`,
  (text) => `eyJ${text.replaceAll(/[+/=]/g, 'x')}.payload.signature`,
  (text) => `https://host.example/path?x=1&sig=${text}`,
  (text) => `?sig=${text}`,
  (text) => `&code=${text}`,
  (text) => `x-functions-key: ${text}`,
  (text) => `AccountKey=${text};`,
  (text) => `SharedAccessKey=${text};`,
  (text) => `"password": "${text}"`,
  (text) => `AZURE_CLIENT_SECRET=${text}`,
  (text) => `client_assertion=${text}&x=1`,
  (text) => `access_token=${text}`,
]

test('a planted secret never survives, whatever stands around it', () => {
  const around = fc.string({ maxLength: 60 })
  fc.assert(
    fc.property(secret, fc.constantFrom(...shapes), around, around, (planted, shape, before, after) => {
      const text = `${before} ${shape(planted)} ${after}`
      const survivor = /eyJ/.test(shape(planted)) ? planted.replaceAll(/[+/=]/g, 'x') : planted
      expect(redact(text)).not.toContain(survivor)
    }),
    { seed: 7, numRuns: 5000 },
  )
})

test.each(['eyJ', 'password ', 'authorization ', 'a.b@', 'token"', 'sig'])('a megabyte of %s is read once', (piece) => {
  const text = piece.repeat(1_000_000 / piece.length)
  expect(redact(text)).toBe(text)
})

test('texts are redacted wherever they lie, and errors keep name, message and stack', () => {
  const value = redacted({ list: [{ text: 'Password=abc' }], count: 1, none: null, error: new TypeError('code=abc') })
  expect(value).toMatchObject({ list: [{ text: 'Password=[redacted]' }], count: 1, none: null })
  expect(value).toMatchObject({ error: { name: 'TypeError', message: 'code=[redacted]' } })
  expect(JSON.stringify(value)).not.toContain('abc')
})
