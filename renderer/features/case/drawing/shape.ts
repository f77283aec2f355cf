/** One thing on a drawing over time: a stretch with a ground of its own, or a happening above the stretches. */
export type Shape = {
  key: string
  kind: 'stretch' | 'happening'
  tone: 'held' | 'place' | 'unknown' | 'free' | 'ended' | 'plain'
  /** Hundredths of the drawing's length from its beginning. */
  start: number
  end: number
  fadeStart: number
  fadeEnd: number
  /** The edge rests on an approximate or doubted date. */
  aboutStart: boolean
  aboutEnd: boolean
  /** It goes on beyond the drawing, so it has no edge there. */
  openEnd: boolean
  /** Another note says otherwise about the same days. */
  contradicted: boolean
  lane: number
  /** The label, and what stands under it. */
  words: string
  more: string
  /** All of it in one sentence, for those who hear it. */
  spoken: string
  /** What Enter goes to in the text: a selector. */
  target: string | null
}
