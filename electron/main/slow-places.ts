/** How long a place may take to answer, in milliseconds. */
const patience = 1500

const unanswered = new Map<string, Promise<unknown>>()

/**
 * What a look at a place finds, or `late` where the place hasn't answered in time. The drive of another computer that went
 * away keeps whoever asks for it waiting in the kernel: `look` must not ask in main's own thread, which locks in time
 * whatever a drive does (security rule 8). A place that hasn't answered yet is not asked anything else, for each look that
 * waits takes one of the few threads that files are read by.
 */
export async function answerInTime<T>(place: string, look: () => Promise<T>, late: T, limit = patience): Promise<T> {
  for (let before = unanswered.get(place); before !== undefined; before = unanswered.get(place))
    if (!(await inTime(settled(before), false, limit))) return late
  const answer = look().finally(() => unanswered.delete(place))
  unanswered.set(place, answer)
  return inTime(answer, late, limit)
}

const settled = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => true,
  )

async function inTime<T>(work: Promise<T>, late: T, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limited = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), limit)
  })
  try {
    return await Promise.race([work, limited])
  } finally {
    clearTimeout(timer)
  }
}
