import { InfraError } from '@infra-analysis/core'

const most = 65_536

/** Throws InvalidInput for arguments of more than 64 KiB of JSON. */
export function refuseLarge(args: unknown): void {
  const bytes = Buffer.byteLength(JSON.stringify(args) ?? '')
  if (bytes > most) {
    throw new InfraError('InvalidInput', `The arguments have ${bytes} bytes`, `Give at most ${most} bytes of JSON.`)
  }
}
