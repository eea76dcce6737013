/** Something worth finding in the fleet. */
export interface StoryItem {
  readonly id: string
  /** ARM names of the machines it is about. */
  readonly machines: readonly string[]
  readonly analysis:
    | 'server-metadata'
    | 'sql-metadata'
    | 'patching-level'
    | 'sql-best-practices'
    | 'windows-best-practices'
    | 'software-inventory'
    | 'software-changes'
    | 'anomalies'
  /** Happens here in the default fleet only; `labels` says where it happens for another seed. */
  readonly moves?: true
  readonly finding: string
}

/** What is hidden in the fleet, on which machines, and which analysis finds it. */
export const story: readonly StoryItem[] = [
  {
    id: 'plant-south-unscheduled',
    machines: [
      'OPO-DC01',
      'OPO-DC02',
      'OPO-FS01',
      'OPO-HIST01',
      'OPO-LIMS01',
      'OPO-MES01',
      'OPO-QC01',
      'OPO-SCADA01',
      'OPO-SQLMES01',
      'OPO-WSUS01',
      'opo-edge01',
      'opo-edge02',
    ],
    analysis: 'patching-level',
    finding:
      'No machine of Plant-South is on its maintenance schedule any more; nothing was installed since 12 September.',
  },
  {
    id: 'wsus-unreachable',
    machines: ['OPO-MES01'],
    analysis: 'patching-level',
    finding: 'The assessment fails, because the update server OPO-WSUS01 does not answer.',
  },
  {
    id: 'payroll-never-assessed',
    machines: ['UTR-PAY01'],
    analysis: 'patching-level',
    finding:
      'The payroll server is connected, yet has never been assessed: periodic assessment is off and no schedule is assigned.',
  },
  {
    id: 'domain-controller-awaits-reboot',
    machines: ['UTR-DC01'],
    analysis: 'patching-level',
    finding: 'A domain controller has updates installed that wait for a reboot.',
  },
  {
    id: 'failed-run',
    machines: ['TRD-SCADA01'],
    analysis: 'patching-level',
    finding: 'The last maintenance run failed to install the cumulative update and ran out of its window.',
  },
  {
    id: 'expired-without-esu',
    machines: ['OPO-QC01'],
    analysis: 'server-metadata',
    finding: 'A Windows Server 2012 R2 has an expired agent, and no licence for extended security updates is assigned.',
  },
  {
    id: 'cloned-identity',
    machines: ['opo-edge01', 'opo-edge02'],
    analysis: 'server-metadata',
    finding: 'Two edge boxes share one SMBIOS id: the second is a copy of the first.',
  },
  {
    id: 'twins',
    machines: ['FS01'],
    analysis: 'server-metadata',
    finding: 'Two file servers are both called FS01, in different domains.',
  },
  {
    id: 'monitoring-agent-failed',
    machines: ['UTR-JMP02'],
    analysis: 'server-metadata',
    finding: 'The monitoring agent of a jump server failed, so it sends no data.',
  },
  {
    id: 'unconnected-sql',
    machines: ['TRD-FS01'],
    analysis: 'sql-metadata',
    finding: 'SQL Server was discovered on a file server, but no instance is connected.',
  },
  {
    id: 'replica-behind',
    machines: ['UTR-SQL03'],
    analysis: 'sql-metadata',
    finding: 'One of the three replicas of the availability group runs an older build.',
  },
  {
    id: 'erp-without-log-backup',
    machines: ['UTR-SQLERP01'],
    analysis: 'sql-metadata',
    finding: 'The 900 GB database ERP_PROD is in full recovery and has never had a log backup.',
  },
  {
    id: 'express-near-limit',
    machines: ['OPO-SCADA01'],
    analysis: 'sql-metadata',
    finding: 'A database of a SQL Server 2014 Express is close to the 10 GB that the edition allows.',
  },
  {
    id: 'developer-in-production',
    machines: ['GDN-SQL01'],
    analysis: 'sql-metadata',
    finding:
      'A Developer edition is billed as pay-as-you-go, and a database on it has no backup, shrinks itself and is trustworthy.',
  },
  {
    id: 'upgrade-overloads-erp',
    machines: ['UTR-SQLERP01'],
    analysis: 'anomalies',
    moves: true,
    finding:
      'Some hours after an upgrade of SQL Server its processors are 45 points busier than usual, for five hours.',
  },
  {
    id: 'memory-leak',
    machines: ['UTR-WEB01'],
    analysis: 'anomalies',
    moves: true,
    finding: 'Memory leaks for thirty hours, until the server restarts.',
  },
  {
    id: 'disk-filling',
    machines: ['OPO-HIST01'],
    analysis: 'anomalies',
    moves: true,
    finding: 'The data disk of a historian fills by 12 points within six hours, and nobody clears it.',
  },
  {
    id: 'disk-full',
    machines: ['OPO-FS01'],
    analysis: 'anomalies',
    moves: true,
    finding: 'The data disk of a file server stands at 95 percent, as it always does: no anomaly, but a breach.',
  },
  {
    id: 'update-server-was-silent',
    machines: ['OPO-WSUS01'],
    analysis: 'anomalies',
    moves: true,
    finding: 'The update server of Plant-South sent nothing for three days: a gap, no anomaly.',
  },
  {
    id: 'assessment-worse',
    machines: ['GDN-SQL01'],
    analysis: 'sql-best-practices',
    moves: true,
    finding: 'The newest assessment breaks seven rules that held a week before.',
  },
  {
    id: 'agent-died',
    machines: ['TRD-SCADA02'],
    analysis: 'anomalies',
    finding: 'When the Arc agent of this server died twelve days ago, its metrics, heartbeat and inventory ended, too.',
  },
  {
    id: 'assessment-cut-off',
    machines: ['TRD-SQLMES01'],
    analysis: 'sql-best-practices',
    finding: 'A line of the newest assessment of the instance HISTORIAN arrived with eleven fields instead of twelve.',
  },
  {
    id: 'old-severities',
    machines: ['TRD-HIST01'],
    analysis: 'sql-best-practices',
    finding: 'The newest assessment of a SQL Server 2012 uses the severities of the first generation.',
  },
  {
    id: 'prerequisites-fail',
    machines: ['GDN-DC01', 'OPO-WSUS01'],
    analysis: 'windows-best-practices',
    finding: 'Two servers look bad or perfect, but could not be assessed at all: only prerequisites failed.',
  },
  {
    id: 'inventory-capped',
    machines: ['TRD-MES02', 'weu-sap01'],
    analysis: 'software-inventory',
    finding: 'Two inventories end exactly where the collection does: at 250 applications and at 1,250 packages.',
  },
  {
    id: 'sign-in-churn',
    machines: ['UTR-JMP01', 'UTR-JMP02'],
    analysis: 'software-changes',
    finding: 'On the jump servers applications come and go with the people who sign in.',
  },
]
