import type { Severity } from '@infra-analysis/core'
import type { Style } from '../style.ts'

/** Columns that a mark takes. */
export const markWidth = 2

/** `!!` for a high severity, `!` for a medium one, `·` for a low one: told apart without colour too. */
export function markOf(severity: Severity | undefined, style: Style): string {
  switch (severity) {
    case 'high':
      return style.bold(style.red('!!'))
    case 'medium':
      return style.yellow(' !')
    case 'low':
      return style.dim(' ·')
    case undefined:
      return '  '
  }
}
