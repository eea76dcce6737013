import { expect, test } from 'vitest'
import { z } from 'zod'
import { tools } from '../../src/index.ts'
import { isIdle } from '../../src/idle.ts'
import { clock } from '../clock.ts'
import { call, textOf } from './sandbox.ts'

/** Values that no input has by default. */
const samples = ['x', ['x'], ['Linux'], 'Name=Value', '5h', '2026-11-19', true, 7]

const inputs = tools().flatMap(({ name, analysis }) =>
  Object.keys(analysis.input.shape).map((input) => ({ name, input, analysis })),
)

test.each(inputs)('$input of $name filters the rows of a view', ({ input, analysis }) => {
  const field = analysis.input.shape[input] as z.ZodType
  const sample = [...samples, ...listed(field)].find((value) => field.safeParse(value).success)
  expect(sample).toBeDefined()
  const filtered = Object.keys(analysis.views).filter((view) => !isIdle(analysis, view, input, sample, clock))
  expect(filtered.length).toBeGreaterThan(0)
})

test.each([
  [
    'get_patching_level',
    { kbs: ['KB5031364'] },
    "'kbs' does not filter the rows of the view 'machines'. Views that it filters: patches.",
  ],
  [
    'get_software_changes',
    { services: 'Spooler' },
    "'services' does not filter the rows of the view 'changes'. Views that it filters: services.",
  ],
] as const)('%s refuses %j, which would filter nothing', async (name, args, text) => {
  const reply = await call(name, args)
  expect(reply.outcome.code).toBe('InvalidInput')
  expect(textOf(reply)).toContain(text)
})

test('what is given as it is by default is not refused', async () => {
  const reply = await call('get_patching_level', { view: 'runs', minAge: '0d', kbs: [], staleAfter: '2d', sites: [] })
  expect(reply.outcome.code).toBe('ok')
})

/** The words of an enumeration, alone and as a list. */
function listed(field: z.ZodType): readonly unknown[] {
  const { enum: alone, items } = z.toJSONSchema(field, { io: 'input' }) as z.core.JSONSchema.BaseSchema
  const words = alone ?? (items as z.core.JSONSchema.BaseSchema | undefined)?.enum ?? []
  return words.flatMap((word) => [word, [word]])
}
