import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { said, start, startCli, startReporting } from './program.ts'

// Processes share the machine with others.
vi.setConfig({ testTimeout: 30_000 })

const interrupted = { status: 130, signal: null }

// A pipe holds fewer rows than these: the program waits in the middle of them.
const rows = 100_000
const many = `range n from 1 to ${rows} step 1`

test('Ctrl-C stops rows that are being printed, and says that they are not all', async () => {
  const { child, ended } = startCli('query', '--sandbox', '--format', 'ndjson', many)
  await once(child.stdout, 'readable')
  child.kill('SIGINT')
  const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect({ ...(await ended), errors }).toEqual({
    ...interrupted,
    errors: 'The output is partial: it breaks off before its end.\n',
  })
  expect(printed.split('\n').length).toBeLessThan(rows)
})

test('Ctrl-C stops the wait for the standard input', async () => {
  const { child, ended } = startReporting('query', '--sandbox', '-')
  await said(child.stderr, 'node:stream/consumers')
  child.kill('SIGINT')
  expect(await ended).toEqual(interrupted)
})

const busy = `
  import { writeSync } from 'node:fs'
  import { stoppable } from '${fileURLToPath(new URL('../src/interruptible.ts', import.meta.url))}'
  try {
    await stoppable(() => { writeSync(1, 'busy'); for (;;); })
  } catch ({ code }) {
    writeSync(1, code)
  }`

test('Ctrl-C stops work that leaves no room for events', async () => {
  const { child, ended } = start('--input-type=module', '--eval', busy)
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  expect({ ...(await ended), printed }).toEqual({ status: 0, signal: null, printed: 'busyCancelled' })
})
