import { writeFileSync } from 'node:fs'

/**
 * Keeps memory out of core dumps (security rule 24). Linux dumps of a process what its filter names (core(5)); an empty one
 * leaves a dump without any memory in it, whatever the system's pattern and limits are, and every process that is started
 * from here has the same. Node can't lower the limit on the size of dumps, and a program that takes them by a pipe ignores
 * it. On macOS the limit is 0 unless somebody has raised it; Windows keeps dumps only where it was told to.
 */
export function emptyCoreDumps(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // Kernels without core dumps have no filter; `app.checkComputer` says what is so.
  }
}
