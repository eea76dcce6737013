/** The years of the SQL Server releases of the fleet. */
export type SqlYear = 2012 | 2014 | 2016 | 2017 | 2019 | 2022 | 2025

/** A SQL Server release as Azure names it. */
export type SqlVersion = `SQL Server ${SqlYear}`

/** The builds of a release, newest first, and its own compatibility level. */
export const sqlBuilds: Readonly<
  Record<SqlVersion, { readonly builds: readonly [string, ...string[]]; readonly level: number }>
> = {
  'SQL Server 2012': { builds: ['11.0.7512.11', '11.0.7001.0'], level: 110 },
  'SQL Server 2014': { builds: ['12.0.6449.1', '12.0.6024.0'], level: 120 },
  'SQL Server 2016': { builds: ['13.0.7070.1', '13.0.6460.7', '13.0.5888.11'], level: 130 },
  'SQL Server 2017': { builds: ['14.0.3515.1', '14.0.3490.10'], level: 140 },
  'SQL Server 2019': { builds: ['15.0.4455.2', '15.0.4430.1', '15.0.4382.1'], level: 150 },
  'SQL Server 2022': { builds: ['16.0.4230.2', '16.0.4215.2', '16.0.4165.4'], level: 160 },
  'SQL Server 2025': { builds: ['17.0.4015.4', '17.0.1000.7'], level: 170 },
}
