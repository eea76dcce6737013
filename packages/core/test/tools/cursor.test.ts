import { expect, test } from 'vitest'
import { tools } from '../../src/index.ts'
import { call, pageOf, textOf } from './sandbox.ts'

const args = { limit: 5, osTypes: ['Windows'] }
const firstPage = async (caller = '') => pageOf(await call('get_server_metadata', args, { caller }))

test('a cursor is opaque and short', async () => {
  const { nextCursor } = await firstPage()
  expect(nextCursor).toMatch(/^[\w-]{48}$/)
})

test('arguments that mean the same, and another limit, go with it', async () => {
  const { nextCursor: cursor } = await firstPage()
  const reply = await call('get_server_metadata', { cursor, limit: 7, osTypes: 'windows', view: 'servers', sites: [] })
  expect(pageOf(reply).evidence['rows']).toBe('6-12 of 45')
})

test.each([
  ['of other arguments', { osTypes: ['Linux'] }, 'get_server_metadata'],
  ['of other columns', { columns: ['name'] }, 'get_server_metadata'],
  ['of another view', { view: 'extensions' }, 'get_server_metadata'],
  ['of another subscription', { subscriptions: ['1b0f8a52-6c3d-4e7a-b1d9-2f5c8e0a7d41'] }, 'get_server_metadata'],
  ['of another tool', {}, 'get_patching_level'],
] as const)('a cursor %s is refused', async (_, other, name) => {
  const { nextCursor: cursor } = await firstPage()
  const reply = await call(name, { ...args, ...other, cursor })
  expect(reply.outcome.code).toBe('InvalidInput')
  expect(textOf(reply)).toContain('Call again without cursor')
  expect(reply.result.structuredContent).toBeUndefined()
})

test('a cursor of another caller is refused', async () => {
  const { nextCursor: cursor } = await firstPage('anna')
  expect((await call('get_server_metadata', { ...args, cursor }, { caller: 'anna' })).outcome.code).toBe('ok')
  expect((await call('get_server_metadata', { ...args, cursor }, { caller: 'bert' })).outcome.code).toBe('InvalidInput')
})

test('an altered cursor is refused, whichever character is another', async () => {
  const { nextCursor: cursor = '' } = await firstPage()
  const altered = [...cursor].map(
    (character, i) => `${cursor.slice(0, i)}${character === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`,
  )
  for (const one of [...altered, cursor.slice(0, -1), `${cursor}A`, `${cursor}=`, 'x', '../../etc']) {
    expect((await call('get_server_metadata', { ...args, cursor: one })).outcome.code).toBe('InvalidInput')
  }
})

test('a cursor of another process leads to the same rows', async () => {
  const { nextCursor: cursor } = await firstPage()
  const reply = await call('get_server_metadata', { ...args, cursor }, {}, tools())
  expect(pageOf(reply).evidence['rows']).toBe('6-10 of 45')
})
