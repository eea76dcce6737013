import type { Random } from '../random.ts'

const recent = ['1.63.03372.2651', '1.62.03351.2548']
const older = ['1.61.03319.2437', '1.60.03293.2355', '1.59.03268.2310', '1.58.03228.700']
const old = ['1.56.03167.2117', '1.54.03098.1988', '1.53.03073.1870']
const unsupported = ['1.45.02993', '1.43.02880.1819']

/** A version of the Arc agent: most are of the last two months, a few older than the year that is supported. */
export const agentVersion = (draw: Random): string =>
  draw.pick(
    draw.weighted([
      [recent, 55],
      [older, 30],
      [old, 10],
      [unsupported, 5],
    ]),
  )
