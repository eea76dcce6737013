import type { z } from 'zod'
import serverMetadata from '../analyses/server-metadata/index.ts'
import type { Machine } from '../directory.ts'
import { counted } from '../wording.ts'
import { type Attempt, rowsOf } from './attempt.ts'
import type { Check, Mend } from './diagnosis.ts'
import { commandOf, partsOf, readerMend } from './mend.ts'
import { named } from './named.ts'
import { skipped, unanswered } from './unanswered.ts'

/** Every extension of every machine. */
export const extensionsQuery = serverMetadata.views.extensions.query

type Row = (typeof extensionsQuery)['row']
export type Extension = z.output<Row>

/** The extensions that feed tables, by what they are called here; a machine with any of the types has the extension. */
const extensionTypes = {
  'Azure Monitor Agent': ['AzureMonitorWindowsAgent', 'AzureMonitorLinuxAgent'],
  'change tracking': ['ChangeTracking-Windows', 'ChangeTracking-Linux'],
  'update extension': ['WindowsOsUpdateExtension', 'LinuxOsUpdateExtension'],
  'SQL Server extension': ['WindowsAgent.SqlServer', 'LinuxAgent.SqlServer'],
  'Windows Server assessment': ['AssessmentPlatform', 'WindowsServerAssessment'],
} as const
export type ExtensionName = keyof typeof extensionTypes

export const extensionNames = Object.keys(extensionTypes) as readonly ExtensionName[]

const publishers: Readonly<Record<ExtensionName, string>> = {
  'Azure Monitor Agent': 'Microsoft.Azure.Monitor',
  'change tracking': 'Microsoft.Azure.ChangeTrackingAndInventory',
  'update extension': 'Microsoft.SoftwareUpdateManagement',
  'SQL Server extension': 'Microsoft.AzureData',
  'Windows Server assessment': 'Microsoft.ServicesHub',
}

/** Those of some extensions that go by this name. */
export function extensionsCalled(name: ExtensionName, extensions: readonly Extension[]): readonly Extension[] {
  const types = new Set(extensionTypes[name].map((type) => type.toLowerCase()))
  return extensions.filter(({ extensionType }) => types.has(extensionType.toLowerCase()))
}

export const hasFailed = ({ state }: Extension): boolean => state.toLowerCase() === 'failed'

/** How many machines have an extension, and on how many it failed. */
export function extensionCheck(
  name: ExtensionName,
  answer: Attempt<Row> | undefined,
  find: (id: string) => Machine | undefined,
): Check {
  if (!answer) return skipped(name)
  const trouble = unanswered(name, answer, readerMend)
  if (trouble) return trouble
  const extensions = extensionsCalled(name, rowsOf(answer))
  const machines = new Set(extensions.map(({ machineId }) => machineId)).size
  if (machines === 0) return { name, state: 'warning', detail: 'No machine has it.', machines, mend: install(name) }
  const failed = extensions.filter(hasFailed)
  const having = `${counted(machines, 'machine has', 'machines have')} it`
  const [first] = failed
  if (!first) return { name, state: 'ok', detail: `${having}.`, machines }
  const victims = [...new Set(failed.map(({ machine }) => machine))]
  return {
    name,
    state: 'warning',
    detail: `${having}; it failed on ${victims.length}: ${named(victims)}.`,
    machines,
    mend: {
      advice: `Install it again${victims.length > 1 ? ', on each of them' : ''}. 'server-metadata --view extensions' has the message.`,
      command: installation(first, find(first.machineId)),
    },
  }
}

function install(name: ExtensionName): Mend {
  const type = extensionTypes[name].at(-1) ?? ''
  return {
    advice: `Install it on the machines, by policy or one by one: ${extensionTypes[name].join(', ')}.`,
    command: commandOf('az connectedmachine extension create', {
      'machine-name': '<machine>',
      'resource-group': '<resource group>',
      location: '<location>',
      name: type,
      publisher: publishers[name],
      type,
    }),
  }
}

function installation({ machineId, machine, extension, extensionType, publisher }: Extension, known?: Machine): string {
  const { machine: _, ...place } = partsOf(machineId)
  if (machineId.includes('/microsoft.compute/')) {
    return commandOf('az vm extension set', { ...place, 'vm-name': machine, name: extensionType, publisher })
  }
  return commandOf('az connectedmachine extension create', {
    ...place,
    'machine-name': machine,
    location: known?.location ?? '<location>',
    name: extension,
    publisher,
    type: extensionType,
  })
}
