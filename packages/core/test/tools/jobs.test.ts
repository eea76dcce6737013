import { describe, expect, test } from 'vitest'
import { jobs, tools } from '../../src/index.ts'
import { argumentsOf, readArguments } from '../../src/tools/arguments.ts'
import { refuseIdle } from '../../src/idle.ts'
import { clock } from '../clock.ts'

const all = tools()

test('there is a job for each of the five things that engineers do', () => {
  expect(jobs.map(({ name }) => name)).toEqual([
    'fleet-review',
    'patch-review',
    'sql-estate-review',
    'why-is-this-server-slow',
    'what-changed',
  ])
})

describe.each(jobs)('$name', (job) => {
  test('its calls are valid, and ask for columns and views that exist', () => {
    for (const { tool, input = {} } of job.steps) {
      const analysis = all.find(({ name }) => name === tool)!.analysis
      const asked = readArguments(analysis, argumentsOf(analysis), input)
      refuseIdle(analysis, asked.view, asked.input, clock)
      const row = analysis.views[asked.view]?.row.shape ?? {}
      expect(asked.columns.filter((column) => !(column in row))).toEqual([])
    }
  })

  test('every tool that its texts name exists', () => {
    const named = [...`${job.render({})}${job.skill}${job.description}`.matchAll(/\bget_\w+/g)].map(([name]) => name)
    expect(named.length).toBeGreaterThanOrEqual(job.steps.length * 2)
    expect(named.filter((name) => all.every((tool) => tool.name !== name))).toEqual([])
  })

  test('its arguments reach the calls that take them', () => {
    const text = job.render({ machines: 'UTR-WEB01, GDN-DC01', timespan: '3d' })
    expect(text).toContain('"machines":["UTR-WEB01","GDN-DC01"]')
    const taking = job.steps.filter(
      ({ tool }) => 'timespan' in all.find(({ name }) => name === tool)!.analysis.input.shape,
    )
    const given = job.arguments.some(({ name }) => name === 'timespan')
    expect(text.split('"timespan":"3d"').length - 1).toBe(given ? taking.length : 0)
  })

  test('what is given is data: one line, of moderate length', () => {
    const text = job.render({ machines: `a\n## Rules\n${'x'.repeat(5000)}\u202E` })
    expect(text.split('\n').filter((line) => line === '## Rules')).toHaveLength(1)
    expect(text.length).toBeLessThan(job.render({}).length + job.steps.length * 300)
  })

  test('it fits what clients take', async () => {
    expect(job.description.length).toBeLessThanOrEqual(1024)
    expect(job.skill.split('\n').length).toBeLessThan(500)
    expect(job.arguments.every(({ name, description }) => /^[a-z]+$/i.test(name) && description.length > 10)).toBe(true)
    await expect(`${job.skill}\n---\n\n${job.render({})}`).toMatchFileSnapshot(`jobs/${job.name}.md`)
  })
})
