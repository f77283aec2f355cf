/** Times of one thing done many times, in milliseconds. */
export type Times = { p50: number; p95: number; count: number }

export function timesOf(milliseconds: readonly number[]): Times {
  const inOrder = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), count: inOrder.length }
}

/** How long something takes, in milliseconds. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - start }
}
