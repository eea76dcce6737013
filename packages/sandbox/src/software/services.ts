import { hoursAgo } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'

const windows = [
  ['wuauserv', 'Windows Update', 'Manual'],
  ['BITS', 'Background Intelligent Transfer Service', 'Manual'],
  ['W32Time', 'Windows Time', 'Auto'],
  ['Spooler', 'Print Spooler', 'Auto'],
] as const

const daemons = ['chrony', 'rsyslog', 'snapd'] as const

/** The services of a machine as its inventory has them, by column. */
export function services({ os }: Machine): readonly Readonly<Record<string, string>>[] {
  if (os.family === 'linux')
    return daemons.map((SvcName) => ({
      ConfigDataType: 'Daemons',
      SvcName,
      SvcDisplayName: SvcName,
      SvcState: 'Running',
      SvcRunlevels: '2, 3, 4, 5',
      SvcController: 'systemd',
    }))
  return windows.map(([SvcName, SvcDisplayName, SvcStartupType]) => ({
    ConfigDataType: 'WindowsServices',
    SvcName,
    SvcDisplayName,
    SvcStartupType,
    SvcState: SvcStartupType === 'Auto' ? 'Running' : 'Stopped',
    SvcAccount: 'LocalSystem',
    SvcPath: `C:\\Windows\\System32\\${SvcName}.exe`,
  }))
}

/** A change of a service: when, and the columns that say what. */
export interface ServiceChange {
  readonly at: Date
  readonly cells: Readonly<Record<string, string>>
}

/** What the services of a machine did in thirty days: Windows starts and stops some, Linux only seems to change its run levels. */
export function serviceChanges({ os, vmId }: Machine): readonly ServiceChange[] {
  const draw = random(0, vmId, 'services')
  return Array.from({ length: draw.int(8, 16) }, (_, index) => {
    const at = hoursAgo(draw.int(10, 7190) / 10)
    const isOdd = index % 2 === 1
    if (os.family === 'linux') {
      const levels = ['2, 3, 4, 5', ''] as const
      return {
        at,
        cells: {
          ConfigChangeType: 'Daemons',
          SvcName: draw.pick(daemons),
          FieldsChanged: 'SvcRunlevels',
          SvcPreviousRunlevels: levels[isOdd ? 0 : 1],
          SvcRunlevels: levels[isOdd ? 1 : 0],
        },
      }
    }
    const [SvcName, SvcDisplayName] = draw.pick(windows)
    return {
      at,
      cells: {
        ConfigChangeType: 'WindowsServices',
        SvcName,
        SvcDisplayName,
        SvcChangeType: 'State',
        FieldsChanged: 'SvcState',
        SvcPreviousState: isOdd ? 'Running' : 'Stopped',
        SvcState: isOdd ? 'Stopped' : 'Running',
      },
    }
  })
}
