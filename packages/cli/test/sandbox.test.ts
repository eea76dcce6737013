import { catalog, connect } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import { openPlace } from '../src/source.ts'
import { capture, run as runAnywhere } from './capture.ts'
import { remembering } from './fixtures.ts'

const source = remembering(sandbox())
const fleet = connect(source)
const open = () => Promise.resolve({ source, scope: {} })
const run: typeof runAnywhere = (line, io) => runAnywhere(line, { open, ...io })

test('the overview shows each analysis in brief, and the commands to try next beside it', async () => {
  const { status, stdout, stderr } = await run('overview --sandbox')
  expect(status).toBe(0)
  for (const { id, title } of catalog) {
    expect(stdout).toContain(`${title} (${id})`)
    expect(stderr).toContain(`infra-cli ${id}`)
  }
  expect(stdout).toMatch(/^ {2}!! {2}\S/m)
})

test('the overview as JSON has all summaries', async () => {
  const { stdout, stderr } = await run('overview --sandbox --format json')
  const { source: name, analyses } = JSON.parse(stdout)
  expect({ name, stderr }).toEqual({ name: 'sandbox', stderr: '' })
  expect(analyses.map((one: { analysis: string }) => one.analysis)).toEqual(catalog.map(({ id }) => id))
})

describe.each(catalog.map((one) => [one.id, one] as const))('%s', (id, { views }) => {
  test.each(Object.keys(views))('the view %s in every format', async (view) => {
    const line = `${id} --sandbox --view ${view}`
    const json = JSON.parse((await run(`${line} --format json`)).stdout)
    expect(json.rows.length).toBeGreaterThan(0)
    const ndjson = (await run(`${line} --format ndjson`)).stdout.trimEnd().split('\n')
    expect(ndjson.map((row) => JSON.parse(row))).toEqual(json.rows)
    const csv = (await run(`${line} --format csv`)).stdout
    expect(csv.split('\r\n')[0]).toBe(json.columns.map(({ name }: { name: string }) => name).join(','))
    const markdown = (await run(`${line} --format markdown`)).stdout.trimEnd().split('\n')
    expect(markdown).toHaveLength(json.rows.length + 4)
    const table = (await run(line)).stdout.trimEnd().split('\n')
    expect(table.slice(table.findIndex((row) => row.includes('──')) + 1)).toHaveLength(json.rows.length)
  })
})

test('--columns and --limit choose what is shown, and the rest is said', async () => {
  const { stdout, stderr } = await run('server-metadata --sandbox --columns NAME,osType --limit 2 --format markdown')
  expect(stdout.split('\n').slice(2)).toHaveLength(5)
  expect(stdout).toMatch(/^\| name \| osType \|$/m)
  expect(stderr).toContain(`… and ${(await fleet.run('server-metadata')).rows.length - 2} more`)
})

test('a table begins with the worst rows, CSV with the first', async () => {
  const table = (await run('server-metadata --sandbox --columns machineId --format markdown --limit 1')).stdout
  const { findings, rows } = await fleet.run('server-metadata')
  const severities = (id: string) =>
    findings.filter(({ resourceId }) => resourceId === id).map(({ severity }) => severity)
  const worst = table.trimEnd().split('\n').at(-1)?.slice(2, -2) ?? ''
  expect(severities(worst)).toContain('high')
  const csv = (await run('server-metadata --sandbox --columns machineId --format csv --limit 1')).stdout
  expect(csv.split('\r\n')[1]).toBe(rows[0]?.machineId)
})

test('a terminal gets colour and a table in its width; what has no room is named', async () => {
  const { stdout, stderr } = await run('server-metadata --sandbox', { columns: 80 })
  expect(stdout).toContain('\u001B[1m')
  const bare = await run('server-metadata --sandbox', { columns: 80, env: { NO_COLOR: '1' } })
  expect(bare.stdout + bare.stderr).not.toContain('\u001B')
  expect(bare.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(stderr).toContain('No room for ')
})

test('filters reach the query', async () => {
  const rows = JSON.parse((await run('server-metadata --sandbox --os-types linux --format json')).stdout).rows
  expect(new Set(rows.map(({ osType }: { osType: string }) => osType))).toEqual(new Set(['Linux']))
})

test('the sample fleet scales', async () => {
  const { rows } = JSON.parse(
    (await runAnywhere('server-metadata --sandbox --sandbox-machines 200 --format json')).stdout,
  )
  expect(rows.length).toBeGreaterThan(150)
})

test('--show-kql prints each query and asks nothing', async () => {
  const { stdout, status } = await capture(['patching-level', '--show-kql', '--tag', "a=';drop"])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^\/\/ patching-level: machines \(resource-graph\)\n/)
  expect(stdout).toContain(String.raw`'\';drop'`)
  const queries = JSON.parse((await run('patching-level --sandbox --show-kql --format json')).stdout)
  expect(Object.keys(queries)).toContain('machines')
})

test('--show-kql says that machine names stand for ids', async () => {
  const { stderr } = await run('server-metadata --show-kql --machines web01,/subscriptions/x')
  expect(stderr).toBe('A run puts the resource ids of web01 in their place.\n')
})

test('--verbose says what was asked', async () => {
  const { stderr } = await run('server-metadata --sandbox --verbose --format json')
  expect(stderr).toMatch(/servers: rows \d+, pages 1, requests 1,/)
})

test('what to try next can be pasted, with its meaning above where there is no room beside', async () => {
  const wide = await run('patching-level --sandbox', { columns: 140, env: { NO_COLOR: '1' } })
  expect(wide.stderr).toMatch(/\n {2}infra-cli .* {2}# One row is a patch that a server is missing\n/)
  const narrow = await run('patching-level --sandbox', { columns: 80, env: { NO_COLOR: '1' } })
  expect(narrow.stderr).toContain(
    '\n  # One row is a patch that a server is missing\n  infra-cli patching-level --view patches --sandbox\n',
  )
})

test('every command that is suggested works', async () => {
  const { stderr } = await run('patching-level --sandbox')
  const suggested = stderr.split('Try next\n')[1]?.trimEnd().split('\n') ?? []
  expect(suggested.length).toBeGreaterThan(2)
  for (const line of suggested) {
    const { status } = await run(line.split('#')[0]?.trim().replace('infra-cli ', '') ?? '')
    expect(status).toBe(0)
  }
})

test('an interrupt comes through between two queries, and nothing is printed', async () => {
  const stop = new AbortController()
  const interrupted: typeof openPlace = async (values) => {
    const place = await openPlace(values)
    setTimeout(() => stop.abort(), 0)
    return place
  }
  const captured = await runAnywhere('overview --sandbox', { open: interrupted, signal: stop.signal })
  expect(captured).toEqual({ status: 130, stdout: '', stderr: '' })
})
