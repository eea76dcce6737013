import { sqlServicePack } from '../catalog/role-patches.ts'
import { all, assessment, newestRun, patching, quirks, type Edit } from './edits.ts'
import { collecting, type Extension } from './extensions.ts'
import { hostile } from './hostile.ts'
import type { Machine } from './machine.ts'

/** What happened to single machines; the story is told with them, by ARM name. */
export const told: Readonly<Record<string, Edit>> = {
  'TRD-FS01': all(quirks({ plainClassification: true }), (machine) => ({ ...machine, sqlDiscovered: true })),
  'TRD-HIST01': all(quirks({ withoutHardwareProfile: true }), assessedSql, collected),
  'TRD-MES02': all(collected, (machine) => ({ ...machine, softwareCount: 250 })),
  'weu-etl01': collected,
  'weu-sap01': all(collected, (machine) => ({ ...machine, softwareCount: 1250 })),
  'TRD-PRN01': (machine) => ({ ...machine, computerName: 'WIN-7QK3R1T2V0B' }),
  'TRD-SCADA01': all(
    newestRun((run) => ({
      ...run,
      status: 'Failed',
      rebootStatus: 'NotNeeded',
      windowExceeded: true,
      error: { code: 'InstallationFailure', message: '1 patch failed to install with error 0x800F0922.' },
      patches: run.patches.map((item) => (item.patch.line === 'windows' ? { ...item, state: 'Failed' } : item)),
    })),
    stillMissing('windows'),
  ),
  'TRD-WEB01': all(
    assessment({ rebootPending: true }),
    newestRun((run) => ({
      ...run,
      status: 'CompletedWithWarnings',
      rebootStatus: 'Required',
      patches: run.patches.map((item) => (item.patch.line === 'framework' ? { ...item, state: 'Pending' } : item)),
    })),
  ),
  'trd-edge02': all(
    quirks({ withoutDetectedProperties: true, withoutHardwareProfile: true }),
    withoutExtensions,
    patching({ assessment: undefined, runs: [] }),
  ),
  'trd-mqtt01': (machine) => ({
    ...machine,
    agent: {
      ...machine.agent,
      error: { code: 'AZCM0026', message: 'Network Error: the service endpoint gbl.his.arc.azure.com did not answer.' },
    },
  }),
  'TRD-SQLMES01': all(assessedSql, collected),
  'UTR-SQL01': all(assessedSql, collected),
  'UTR-SQL02': all(assessedSql, collected),
  'UTR-SQLERP01': all(assessedSql, collected),
  'GDN-SQL01': all(assessedSql, collected),
  'UTR-JMP01': collected,
  'OPO-MES01': assessment({
    status: 'Failed',
    missing: [],
    error: {
      code: 'WindowsUpdateAgentError',
      message:
        'Search for updates failed with 0x80244022: the update service http://opo-wsus01.northwind.example:8530 is unavailable.',
    },
  }),
  'OPO-LIMS01': collected,
  'OPO-SQLMES01': assessment((now) => ({ ...now, missing: [...now.missing, sqlServicePack] })),
  'OPO-QC01': (machine) => ({ ...machine, esu: { eligibility: 'Eligible', license: 'NotAssigned' } }),
  'opo-edge02': (machine) => ({ ...machine, agent: { ...machine.agent, statusReason: 'Cloned' } }),
  'UTR-DC01': all(
    assessment({ rebootPending: true }),
    newestRun((run) => ({ ...run, rebootStatus: 'Required' })),
  ),
  'UTR-PAY01': patching({
    patchMode: 'Manual',
    assessmentMode: 'ImageDefault',
    scheduled: false,
    assessment: undefined,
    runs: [],
  }),
  'UTR-JMP02': all(collected, (machine) => ({ ...machine, extensions: machine.extensions.map(failedMonitoring) })),
  'utr-git01': all(collected, quirks({ withoutResourceId: true })),
  'UTR-WEB02': assessment((now) => ({ ...now, status: 'InProgress', finishedAt: now.startedAt, missing: [] })),
  'utr-mon01': all(collected, hostile),
  'weu-dev01': patching({ assessment: undefined, runs: [] }),
}

function stillMissing(line: string): Edit {
  return (machine) => {
    const failed = machine.patching.runs[0]?.patches.filter(({ patch }) => patch.line === line) ?? []
    return assessment((now) => ({ ...now, missing: [...failed.map(({ patch }) => patch), ...now.missing] }))(machine)
  }
}

/** Enables the best-practice assessment on every engine. */
function assessedSql(machine: Machine): Machine {
  return { ...machine, sql: machine.sql.map((one) => ({ ...one, assessed: one.serviceType === 'Engine' })) }
}

/** Makes sure that metrics and inventory of a machine arrive. */
function collected(machine: Machine): Machine {
  const agents = collecting(machine.os.family)
  const others = machine.extensions.filter(({ name }) => agents.every((agent) => agent.name !== name))
  return { ...machine, extensions: [...agents, ...others] }
}

function withoutExtensions(machine: Machine): Machine {
  return { ...machine, extensions: [] }
}

function failedMonitoring(extension: Extension): Extension {
  if (extension.name !== 'AzureMonitorWindowsAgent') return extension
  const message = 'Extension Message: Enable failed with exit code 53: the disk of the agent is full.'
  return { ...extension, state: 'Failed', message }
}
