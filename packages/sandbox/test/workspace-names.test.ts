import { expect, test } from 'vitest'
import { scope } from '../src/index.ts'
import { askLogs, days } from './ask.ts'

const resourceId =
  '/subscriptions/3d7e5f28-1b9c-4a47-8f63-8e2c4d7a9b31/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/log-northwind-branches'

const machinesIn = (workspace: string) =>
  askLogs('Heartbeat | summarize by _ResourceId', {}, { scope: { workspaces: [workspace] }, window: days(1) })

test('a workspace goes by its GUID and by its ARM id, in any letter case', async () => {
  const machines = await machinesIn(scope.branchWorkspace)
  expect(machines.length).toBeGreaterThan(2)
  expect(await machinesIn(resourceId)).toEqual(machines)
  expect(await machinesIn(resourceId.toUpperCase())).toEqual(machines)
})

test('a workspace in which nothing was written has no table', async () => {
  await expect(machinesIn(scope.emptyWorkspace)).rejects.toMatchObject({ code: 'TableAbsent' })
})

test('a workspace that cannot be read is refused', async () => {
  await expect(machinesIn(scope.unreadableWorkspace)).rejects.toMatchObject({ code: 'AccessDenied' })
})
