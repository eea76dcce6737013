import type { OsKey } from '../catalog/os.ts'
import type { SiteKey } from '../sites.ts'
import type { Entry, Role } from './entry.ts'

type Line = readonly [name: string, os: OsKey, role: Role, cores: number, memoryGiB: number, state?: State]
type State = Pick<Entry, 'status' | 'statusHours' | 'agentVersion'>

const at = (site: SiteKey, lines: readonly Line[]): readonly Entry[] =>
  lines.map(([name, os, role, cores, memoryGiB, state]) => ({ name, site, os, role, cores, memoryGiB, ...state }))

const north = at('north', [
  ['TRD-DC01', 'ws2019', 'dc', 2, 8],
  ['TRD-DC02', 'ws2022', 'dc', 2, 8],
  ['TRD-FS01', 'ws2019', 'file', 4, 16],
  ['TRD-MES01', 'ws2016', 'sql', 8, 32],
  ['TRD-MES02', 'ws2016', 'app', 8, 16],
  ['TRD-SQLMES01', 'ws2016', 'sql', 16, 64],
  ['TRD-HIST01', 'ws2012r2', 'sql', 4, 16, { agentVersion: '1.40.02664.1629' }],
  ['TRD-SCADA01', 'ws2019', 'app', 4, 16],
  ['TRD-SCADA02', 'ws2019', 'app', 4, 16, { status: 'Disconnected', statusHours: 290 }],
  ['TRD-WEB01', 'ws2022', 'web', 4, 8],
  ['TRD-PRN01', 'ws2016', 'print', 2, 8, { status: 'Disconnected', statusHours: 952 }],
  ['trd-edge01', 'ubuntu22', 'edge', 4, 16, { status: 'Expired', statusHours: 1490, agentVersion: '1.52.03000.510' }],
  ['trd-edge02', 'ubuntu24', 'edge', 4, 16, { statusHours: 3 }],
  ['trd-mqtt01', 'rhel8', 'edge', 4, 8, { status: 'Error', statusHours: 61 }],
])

const south = at('south', [
  ['OPO-DC01', 'ws2019', 'dc', 2, 8],
  ['OPO-DC02', 'ws2022', 'dc', 2, 8],
  ['OPO-FS01', 'ws2016', 'file', 4, 16],
  ['OPO-MES01', 'ws2019', 'app', 8, 16],
  ['OPO-SQLMES01', 'ws2019', 'sql', 8, 32],
  ['OPO-HIST01', 'ws2016', 'sql', 4, 16],
  ['OPO-SCADA01', 'ws2016', 'sql', 4, 8],
  ['OPO-LIMS01', 'ws2022', 'app', 4, 16, { status: 'Disconnected', statusHours: 75 }],
  ['OPO-WSUS01', 'ws2019', 'update', 4, 16],
  ['OPO-QC01', 'ws2012r2', 'app', 2, 4, { status: 'Expired', statusHours: 3100, agentVersion: '1.45.02993' }],
  ['opo-edge01', 'ubuntu22', 'edge', 4, 16],
  ['opo-edge02', 'ubuntu24', 'edge', 4, 16],
])

const headquarters = at('headquarters', [
  ['UTR-DC01', 'ws2022', 'dc', 4, 8],
  ['UTR-DC02', 'ws2022', 'dc', 4, 8],
  ['FS01', 'ws2022', 'file', 8, 32],
  ['UTR-SQL01', 'ws2022', 'sql', 32, 128],
  ['UTR-SQL02', 'ws2022', 'sql', 32, 128],
  ['UTR-SQL03', 'ws2022', 'sql', 16, 64],
  ['UTR-SQLFCI1', 'ws2019', 'sql', 16, 64],
  ['UTR-SQLFCI2', 'ws2019', 'sql', 16, 64],
  ['UTR-SQLERP01', 'ws2019', 'sql', 16, 32],
  ['UTR-PAY01', 'ws2016', 'app', 4, 16],
  ['UTR-TRSY01', 'ws2019', 'app', 4, 16],
  ['UTR-TRSY02', 'ws2022', 'app', 4, 16],
  ['UTR-JMP01', 'ws2022', 'jump', 4, 16],
  ['UTR-JMP02', 'ws2022', 'jump', 4, 16],
  ['UTR-WEB01', 'ws2025', 'web', 4, 8],
  ['UTR-WEB02', 'ws2025', 'web', 4, 8],
  ['utr-git01', 'ubuntu24', 'app', 8, 32],
  ['utr-mon01', 'rhel9', 'monitor', 4, 16],
])

const east = at('east', [
  ['GDN-DC01', 'ws2022', 'dc', 2, 8],
  ['FS01', 'ws2019', 'file', 4, 16],
  ['GDN-POS01', 'ws2012r2', 'sql', 2, 4],
  ['GDN-SQL01', 'ws2016', 'sql', 8, 32],
  ['GDN-APP01', 'ws2019', 'sql', 4, 8],
  ['gdn-edge01', 'ubuntu22', 'edge', 2, 4, { status: 'Disconnected', statusHours: 31 }],
])

const azure = at('azure', [
  ['weu-sql01', 'ws2022', 'sql', 8, 32],
  ['weu-sql02', 'ws2025', 'sql', 4, 16],
  ['weu-app01', 'ws2022', 'app', 4, 16],
  ['weu-web01', 'ws2025', 'web', 2, 8],
  ['weu-dev01', 'ws2025', 'app', 2, 8, { status: 'VM deallocated' }],
  ['weu-api01', 'ubuntu24', 'web', 2, 8],
  ['weu-api02', 'ubuntu24', 'web', 2, 8],
  ['weu-etl01', 'ubuntu22', 'app', 8, 32],
  ['weu-sap01', 'rhel8', 'app', 8, 32],
  ['weu-sap02', 'rhel9', 'app', 8, 32],
])

/** The sixty servers that the story is told with; every fleet starts with them, in this order. */
export const named: readonly Entry[] = [...north, ...south, ...headquarters, ...east, ...azure]
