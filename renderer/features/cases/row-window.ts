/** Rows of one page as they come from the vault. `partial`: some of them still lack what takes longer (their snippets). */
export type Page<Row> = { total: number; rows: readonly Row[]; partial?: boolean }
export type PageAnswer<Row, Failure> = { ok: true; page: Page<Row> } | { ok: false; error: Failure }

/** What the window shows at a moment. It is a new object whenever anything in it is new. */
export type Shown<Question, Row, Failure> = {
  /** What the rows answer; null until the first answer is there. */
  question: Question | null
  /** Counts the questions shown: another number is another list, begun from its top. */
  turn: number
  total: number | null
  pages: ReadonlyMap<number, readonly Row[]>
  /** Nothing newer is being asked. */
  settled: boolean
  error: Failure | null
}

type Ways<Question, Row, Failure> = {
  pageSize: number
  keyOf: (question: Question) => string
  fetchPage: (question: Question, page: number) => Promise<PageAnswer<Row, Failure>>
  /** Adds to the rows of a partial page what they lack. */
  complete?: (question: Question, rows: readonly Row[]) => Promise<readonly Row[]>
}

/** Pages asked for at once: the vault answers one call after the other, and a keystroke must not wait behind many. */
const mostAtOnce = 2
/** Pages kept; those farthest from what is seen are forgotten first. */
const mostPages = 24

/**
 * The few pages of a long list that are seen, and those next to them. A new question is asked as soon as the one before
 * is answered, always the newest; the rows of the old one stay until the new ones are there. Pages that nobody sees any
 * more are not asked for, and an answer to an older question never takes the place of a newer one.
 */
export class RowWindow<Question, Row, Failure> {
  readonly #ways: Ways<Question, Row, Failure>
  readonly #listeners = new Set<() => void>()
  #shown: Shown<Question, Row, Failure> = { question: null, turn: 0, total: null, pages: new Map(), settled: false, error: null }
  #wanted: Question | null = null
  #heading = false
  #seen = { first: 0, last: 0 }
  readonly #asked = new Set<number>()
  readonly #partial = new Set<number>()
  #stale = new Set<number>()
  #completing = false
  /** Rises with every change of the data: an answer begun before it is out of date. */
  #age = 0

  constructor(ways: Ways<Question, Row, Failure>) {
    this.#ways = ways
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly shown = (): Shown<Question, Row, Failure> => this.#shown

  /** Asks a question; the same one again changes nothing. */
  ask(question: Question): void {
    if (this.#wanted !== null && this.#key(this.#wanted) === this.#key(question)) return
    this.#wanted = question
    this.#show({ settled: this.#isHead(), error: null })
    this.#go()
  }

  /** Says which rows are seen now. */
  see(first: number, last: number): void {
    if (this.#seen.first === first && this.#seen.last === last) return
    this.#seen = { first, last }
    this.#go()
  }

  /** The data has changed: what is seen is asked anew, and stays until it is there. */
  refresh(): void {
    this.#age += 1
    this.#asked.clear()
    this.#stale = new Set(this.#shown.pages.keys())
    if (this.#shown.error !== null) this.#show({ error: null })
    this.#go()
  }

  #key(question: Question): string {
    return this.#ways.keyOf(question)
  }

  #isHead(): boolean {
    return this.#wanted !== null && this.#shown.question !== null && this.#key(this.#shown.question) === this.#key(this.#wanted)
  }

  #show(change: Partial<Shown<Question, Row, Failure>>): void {
    this.#shown = { ...this.#shown, ...change }
    for (const listener of this.#listeners) listener()
  }

  #go(): void {
    if (this.#heading || this.#wanted === null || this.#shown.error !== null) return
    if (this.#isHead()) this.#askPages(this.#wanted)
    else void this.#askHead(this.#wanted)
  }

  async #askHead(question: Question): Promise<void> {
    this.#heading = true
    const age = this.#age
    const answer = await this.#ways.fetchPage(question, 0)
    this.#heading = false
    const newest = this.#wanted !== null && this.#key(this.#wanted) === this.#key(question)
    if (answer.ok) {
      this.#asked.clear()
      this.#partial.clear()
      this.#stale = new Set(age === this.#age ? [] : [0])
      if (answer.page.partial === true) this.#partial.add(0)
      this.#seen = { first: 0, last: Math.min(this.#seen.last - this.#seen.first, answer.page.total) }
      this.#show({
        question,
        turn: this.#shown.turn + 1,
        total: answer.page.total,
        pages: new Map([[0, answer.page.rows]]),
        settled: newest,
        error: null,
      })
    } else if (newest) this.#show({ error: answer.error, settled: true })
    this.#go()
  }

  #askPages(question: Question): void {
    for (const page of pagesToAsk(this.#seen, this.#ways.pageSize, this.#shown.total ?? 0)) {
      if (this.#asked.size >= mostAtOnce) return
      if (this.#asked.has(page) || (this.#shown.pages.has(page) && !this.#stale.has(page))) continue
      void this.#askPage(question, page)
    }
    void this.#completeNext(question)
  }

  async #askPage(question: Question, page: number): Promise<void> {
    this.#asked.add(page)
    const { turn } = this.#shown
    const age = this.#age
    const answer = await this.#ways.fetchPage(question, page)
    if (turn !== this.#shown.turn || age !== this.#age) return
    this.#asked.delete(page)
    if (answer.ok) {
      this.#stale.delete(page)
      if (answer.page.partial === true) this.#partial.add(page)
      else this.#partial.delete(page)
      this.#show({ total: answer.page.total, pages: this.#withPage(page, answer.page.rows) })
    } else this.#show({ error: answer.error })
    this.#go()
  }

  async #completeNext(question: Question): Promise<void> {
    const [page] = this.#partial
    const { complete } = this.#ways
    const rows = page === undefined ? undefined : this.#shown.pages.get(page)
    if (page === undefined || complete === undefined || rows === undefined || this.#completing || this.#asked.size > 0) return
    this.#completing = true
    const { turn } = this.#shown
    const age = this.#age
    const whole = await complete(question, rows)
    this.#completing = false
    if (turn === this.#shown.turn && age === this.#age) {
      this.#partial.delete(page)
      this.#show({ pages: this.#withPage(page, whole) })
    }
    this.#go()
  }

  #withPage(page: number, rows: readonly Row[]): Map<number, readonly Row[]> {
    const pages = new Map(this.#shown.pages).set(page, rows)
    const middle = Math.floor((this.#seen.first + this.#seen.last) / 2 / this.#ways.pageSize)
    const farthestFirst = [...pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const far of farthestFirst.slice(0, Math.max(0, pages.size - mostPages))) pages.delete(far)
    return pages
  }
}

/** The pages that hold the rows seen, then the ones after and before them. */
export function pagesToAsk(seen: { first: number; last: number }, pageSize: number, total: number): number[] {
  const end = Math.max(0, Math.ceil(total / pageSize) - 1)
  const from = Math.min(end, Math.floor(Math.max(0, seen.first) / pageSize))
  const to = Math.min(end, Math.floor(Math.max(seen.first, seen.last, 0) / pageSize))
  const inside = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [...inside, to + 1, from - 1].filter((page) => page >= 0 && page <= end)
}
