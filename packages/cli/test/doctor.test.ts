import { catalog, diagnose, InfraError } from '@infra-analysis/core'
import { sandbox, scope } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import { run as runAnywhere } from './capture.ts'
import { scopeOf } from '../src/source.ts'
import { widthOf } from '../src/text/width.ts'

const source = sandbox()
const open = (values: Parameters<typeof scopeOf>[0]) => Promise.resolve({ source, scope: scopeOf(values) })
const run: typeof runAnywhere = (line, io) => runAnywhere(line, { open, ...io })
const branch = `doctor --sandbox --workspace ${scope.branchWorkspace}`

describe('as a checklist', () => {
  test('has every check and every analysis, and exits 0 when each can run', async () => {
    const { status, stdout, stderr } = await run('doctor --sandbox')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { checks, verdicts } = await diagnose({ source, scope: {} })
    for (const { name, state } of checks) expect(stdout).toMatch(new RegExp(`^[✓!✗–] ${state} +${escaped(name)}:`, 'm'))
    for (const { analysis, state } of verdicts) expect(stdout).toMatch(new RegExp(`^[✓!✗] ${state} +${analysis}`, 'm'))
    expect(stdout).toMatch(/^✓ runs {5}server-metadata$/m)
    expect(stdout).toMatch(/^! warning {2}Arc agent: [^!✓]+\n {11}→ [^!✓]+\n {11}azcmagent check$/m)
  })

  test('says why an analysis cannot run, and exits 4 when data is missing', async () => {
    const { status, stdout, stderr } = await run(branch)
    expect(status).toBe(4)
    expect(stdout).toMatch(/^✗ failed {3}WindowsServerAssessmentRecommendation: The workspace has no such table\.$/m)
    expect(stdout).toMatch(
      /^✗ cannot {3}windows-best-practices\n {11}WindowsServerAssessmentRecommendation: .+\n {11}→ /m,
    )
    expect(stderr).toMatch(/^Error: Cannot run: windows-best-practices\n/)
  })

  test.each([
    ['a workspace', `--workspace ${scope.unreadableWorkspace}`, "--role 'Log Analytics Reader'"],
    ['a subscription', `--subscription ${scope.subscriptions.join()}`, `--role Reader --scope /subscriptions/`],
  ])('exits 3 when the rights on %s are missing, and names the role', async (_, where, role) => {
    const { status, stdout } = await run(`doctor --sandbox ${where}`)
    expect(status).toBe(3)
    expect(stdout).toContain(`az role assignment create --assignee '<your object id>' ${role}`)
  })

  test('fits into 80 columns, but for command lines', async () => {
    const { stdout } = await run(branch, { columns: 80, env: { NO_COLOR: '1' } })
    const wide = stdout.split('\n').filter((line) => widthOf(line) > 80)
    expect(wide.filter((line) => !/^ {11}az /.test(line))).toEqual([])
  })

  test('is in colour on a terminal only', async () => {
    expect((await run(branch)).stdout).not.toContain('\u001B')
    expect((await run(branch, { columns: 80 })).stdout).toContain('\u001B[31m✗')
  })
})

test('as JSON it is the whole diagnosis, on one line in a pipe', async () => {
  const { status, stdout } = await run(`${branch} --format json`)
  expect(status).toBe(4)
  expect(JSON.parse(stdout)).toEqual(await diagnose({ source, scope: { workspaces: [scope.branchWorkspace] } }))
  expect(stdout.trimEnd()).not.toContain('\n')
})

test('where nobody can sign in, that is the finding', async () => {
  const refused = new InfraError('SignInRequired', 'Nobody is signed in', 'Sign in with az login.')
  const { status, stdout } = await run('doctor --format json', { open: () => Promise.reject(refused) })
  const { checks, verdicts } = JSON.parse(stdout)
  expect(status).toBe(3)
  expect(checks[0]).toMatchObject({ name: 'sign-in', state: 'failed', mend: { command: 'az login' } })
  expect(verdicts.map(({ state }: { state: string }) => state)).toEqual(catalog.map(() => 'cannot'))
})

test('it takes no argument', async () => {
  expect((await run('doctor anomalies')).status).toBe(2)
})

const escaped = (text: string): string => text.replace(/[()]/g, String.raw`\$&`)
