import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Io } from '../io.ts'

const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : ['']

/** Whether a program of this name can be run from the PATH. */
export async function isOnPath(name: string, { PATH = '' }: Io['env']): Promise<boolean> {
  const folders = PATH.split(delimiter).filter(isAbsolute)
  const files = folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
  const tries = await Promise.allSettled(files.map((file) => access(file, constants.X_OK)))
  return tries.some(({ status }) => status === 'fulfilled')
}
