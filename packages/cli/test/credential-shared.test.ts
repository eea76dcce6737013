import { describe, expect, test } from 'vitest'
import type { Credential } from '../src/credential.ts'
import { reused } from '../src/credential/reused.ts'

const scope = 'https://management.azure.com/.default'

/** A credential that answers when it is told to, and notes when it is given up. */
function slow() {
  const asked: { readonly signal: AbortSignal; readonly answer: (lastsMs: number) => void }[] = []
  const credential: Credential = {
    getToken: (_scopes, { abortSignal } = {}) =>
      new Promise((resolve, reject) => {
        const signal = abortSignal as AbortSignal
        signal.addEventListener('abort', () => reject(signal.reason as Error))
        const answer = (lastsMs: number) => resolve({ token: 'good', expiresOnTimestamp: Date.now() + lastsMs })
        asked.push({ signal, answer })
      }),
  }
  return { credential: reused(credential), asked }
}

describe('who waits for a token together', () => {
  test('does not lose it when one of them leaves', async () => {
    const { credential, asked } = slow()
    const [one, other] = [new AbortController(), new AbortController()]
    const tokens = [one, other].map(({ signal }) => credential.getToken(scope, { abortSignal: signal }))
    one.abort()
    asked[0]?.answer(3_600_000)
    expect((await Promise.all(tokens)).map((token) => token?.token)).toEqual(['good', 'good'])
    expect(asked).toHaveLength(1)
  })

  test('ends the question by leaving, and the next one asks anew', async () => {
    const { credential, asked } = slow()
    const [one, other] = [new AbortController(), new AbortController()]
    const tokens = [one, other].map(({ signal }) => credential.getToken(scope, { abortSignal: signal }))
    one.abort()
    expect(asked[0]?.signal.aborted).toBe(false)
    other.abort()
    const next = credential.getToken(scope)
    expect(await Promise.allSettled(tokens)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(asked).toHaveLength(2)
    asked[1]?.answer(3_600_000)
    expect(await next).toMatchObject({ token: 'good' })
  })

  test('leaves at once when there is nothing to wait for', async () => {
    const { credential, asked } = slow()
    await expect(credential.getToken(scope, { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(asked[0]?.signal.aborted).toBe(true)
  })
})

test('a challenge is passed on, and its token is not kept', async () => {
  const { credential, asked } = slow()
  const { signal } = new AbortController()
  const challenged = credential.getToken(scope, { claims: '{}', abortSignal: signal })
  const plain = credential.getToken(scope)
  for (const { answer } of asked) answer(3_600_000)
  await Promise.all([challenged, plain])
  expect(asked.map((one) => one.signal === signal)).toEqual([true, false])
})
