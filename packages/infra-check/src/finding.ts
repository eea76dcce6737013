/** Something that is wrong, and where. Lines count from 1. */
export interface Finding {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly message: string
}

/** `infra/main.bicep:12 names: …`, as editors and terminals make it a link. */
export const shown = ({ rule, file, line, message }: Finding): string => `${file}:${line} ${rule}: ${message}`
