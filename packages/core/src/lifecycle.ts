import { addMonths } from 'date-fns/addMonths'

/** The day on which the dates below were last compared with Microsoft's lifecycle pages. */
export const lifecycleAsOf = '2026-11-20'

interface Lifecycle {
  /** Last day of extended support: security updates for all. */
  readonly supportEnds: string
  /** Last day of Extended Security Updates; `offered` where the programme exists and its end is not published. */
  readonly esuEnds?: string
}

const lifecycles: Readonly<Record<string, Lifecycle>> = {
  'Windows Server 2012': { supportEnds: '2023-10-10', esuEnds: '2026-10-13' },
  'Windows Server 2012 R2': { supportEnds: '2023-10-10', esuEnds: '2026-10-13' },
  'Windows Server 2016': { supportEnds: '2027-01-12', esuEnds: 'offered' },
  'Windows Server 2019': { supportEnds: '2029-01-09' },
  'Windows Server 2022': { supportEnds: '2031-10-14' },
  'SQL Server 2012': { supportEnds: '2022-07-12', esuEnds: '2025-07-08' },
  'SQL Server 2014': { supportEnds: '2024-07-09', esuEnds: '2027-07-12' },
  'SQL Server 2016': { supportEnds: '2026-07-14', esuEnds: 'offered' },
  'SQL Server 2017': { supportEnds: '2027-10-12' },
  'SQL Server 2019': { supportEnds: '2030-01-08' },
  'SQL Server 2022': { supportEnds: '2033-01-11' },
}

/**
 * `Supported`: security updates for all. `EndsSoon`: for less than six months more. `EsuOnly`: only with Extended Security Updates.
 * `Ended`: no updates at all. `Unknown`: not in the table, such as Linux distributions.
 */
export const supportStates = ['Supported', 'EndsSoon', 'EsuOnly', 'Ended', 'Unknown'] as const

export interface Support {
  readonly support: (typeof supportStates)[number]
  /** The last day of security updates for all, `yyyy-mm-dd`; null when unknown. */
  readonly endsOn: string | null
}

/** The support state of a product such as `Windows Server 2019 Standard`, `SQL Server 2016` or the image offer `SQL2017-WS2016`. */
export function supportOf(product: string, asOf: Date): Support {
  const [, family = '', year = '', r2 = ''] = /(Windows Server|SQL) ?(?:Server )?(20\d\d)( R2)?/i.exec(product) ?? []
  const name = `${/^sql$/i.test(family) ? 'SQL Server' : 'Windows Server'} ${year}${family.startsWith('W') ? r2 : ''}`
  const lifecycle = lifecycles[name]
  if (!lifecycle) return { support: 'Unknown', endsOn: null }
  return { support: stateOf(lifecycle, asOf), endsOn: lifecycle.supportEnds }
}

function stateOf({ supportEnds, esuEnds }: Lifecycle, asOf: Date): Support['support'] {
  const day = asOf.toISOString().slice(0, 10)
  if (day > supportEnds) return esuEnds === 'offered' || (esuEnds && day <= esuEnds) ? 'EsuOnly' : 'Ended'
  return addMonths(asOf, 6).toISOString().slice(0, 10) > supportEnds ? 'EndsSoon' : 'Supported'
}
