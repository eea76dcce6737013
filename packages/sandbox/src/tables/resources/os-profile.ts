import type { Machine } from '../../machines/machine.ts'

/** The host name and how the machine is patched and assessed. */
export function osProfile({ computerName, os, patching }: Machine): object {
  const { assessmentMode, patchMode } = patching
  const patchSettings = { assessmentMode, patchMode }
  return {
    computerName,
    ...(os.family === 'windows'
      ? { windowsConfiguration: { patchSettings: { ...patchSettings, enableHotpatching: false } } }
      : { linuxConfiguration: { patchSettings } }),
  }
}
