import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Io } from '../io.ts'

const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : ['']

/** The file that runs when a program of this name is called; undefined where the PATH leads to none. */
export async function executable(name: string, { PATH = '' }: Io['env']): Promise<string | undefined> {
  const folders = PATH.split(delimiter).filter(isAbsolute)
  const files = folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
  const tries = await Promise.allSettled(files.map((file) => access(file, constants.X_OK)))
  return files.find((_file, i) => tries[i]?.status === 'fulfilled')
}
