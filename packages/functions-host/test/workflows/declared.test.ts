import { tools } from '@infra-analysis/core'
import { describe, expect, test } from 'vitest'
import { registryOf } from '../../src/registry.ts'
import { declared } from '../../src/workflows/declared.ts'
import type { Engine } from '../../src/workflows/engine.ts'
import { workflowNames } from '../../src/workflows/names.ts'
import { resultTool } from '../../src/workflows/result-tool.ts'
import { runTool } from '../../src/workflows/run-tool.ts'
import { manualClock } from '../clock.ts'
import { fine, toolThat } from '../host.ts'

const all = declared(tools())
const engine: Engine = {
  clock: manualClock(),
  seconds: 1,
  extraInputs: [],
  clientOf: () => {
    throw new Error('not called')
  },
}
const callables = workflowNames.flatMap((name) => [runTool(all[name], engine), resultTool(all[name], engine)])

test('each workflow has the name under which it is switched on', () => {
  expect(Object.values(all).map(({ name }) => name)).toEqual(workflowNames)
})

describe.each(callables.map((tool) => [tool.name, tool] as const))('%s', (name, { description, inputSchema }) => {
  test('is named and described for agents', () => {
    expect(name).toMatch(/^[a-z][a-z_]{2,40}$/)
    expect(description).toMatch(/Use this when/)
    expect(description.length).toBeLessThan(600)
  })

  test('has a closed schema that every client takes', () => {
    expect(inputSchema).toMatchObject({ type: 'object', properties: {}, additionalProperties: false })
    expect(JSON.stringify(inputSchema)).not.toMatch(/\$schema|\$ref|anyOf/)
    for (const property of Object.values(inputSchema['properties'] as object))
      expect(property).toHaveProperty('description')
  })
})

test('every question of a workflow calls a tool that there is, under a title of its own', () => {
  const names = new Set(tools().map((tool) => tool.name))
  for (const workflow of Object.values(all)) {
    const questions = workflow.questions(workflow.input.parse({}))
    const titles = questions.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(questions.filter(({ tool }) => !names.has(tool))).toEqual([])
  }
})

test('a tool that takes the name of a workflow’s is refused, and both owners are named', () => {
  const other = toolThat(async () => fine, 'Run_Fleet_Review')
  const message =
    "'Run_Fleet_Review' of test 'Run_Fleet_Review' is taken by 'run_fleet_review' of workflow 'fleet_review'"
  expect(() => registryOf([...callables, other])).toThrow(message)
})
